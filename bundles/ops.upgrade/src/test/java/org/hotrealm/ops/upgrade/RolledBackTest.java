package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.hotrealm.ops.api.SwapCheck;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.junit.jupiter.api.Test;

/** What was tried and is undone. */
class RolledBackTest extends MonstersRealm {

    @Test
    void versionThatFailsInItsRoomsIsRolledBack() throws Exception {
        rooms.failsUnder = "1.1.0";
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0"));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).contains("failures under the new version");
        assertNothingChanged();
    }

    @Test
    void versionUnderWhichARoomDoesNotEndATickIsRolledBack() throws Exception {
        rooms.standsUnder = "1.1.0";
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0"));

        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).contains("[room-a, room-b] have not ended a single tick under the new version");
        assertNothingChanged();
    }

    @Test
    void versionInWhichARoomHangsIsRolledBackAndNamed() throws Exception {
        rooms.stuckUnder = "1.1.0";
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0"));

        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).contains("does not come to the end of 'tick monsters' under the new version");
        assertNothingChanged();
    }

    @Test
    void roomThatDoesNotChangeOverRollsAllBack() throws Exception {
        rooms.late = ids -> ids.stream()
                .filter(id -> id.equals("room-b") && rooms.rebound.isEmpty())
                .toList();
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0"));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).contains("room-b");
        assertNothingChanged();
    }

    @Test
    void versionThatDoesNotStartIsRolledBack() throws Exception {
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0", Map.of("Fault", "throws")));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).contains("no monsters today");
        assertNothingChanged();
    }

    @Test
    void versionThatHangsWhileStartingIsGivenUp() throws Exception {
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0", Map.of("Fault", "hangs")));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).contains("took more than 2000 ms");
        assertThat(rooms.rooms.values()).containsOnly(pin("1.0.0"));
        assertThat(installed()).containsExactly("1.0.0");
    }

    @Test
    void versionWithoutTheSystemIsRolledBack() throws Exception {
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0", Map.of("Fault", "silent")));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason())
                .contains("does not offer [org.hotrealm.room.api.Behaviour], which is expected of it");
        assertNothingChanged();
    }

    @Test
    void objectionOfACheckRollsBackWithItsWords() throws Exception {
        upgrades.close();
        upgrades = open(new SwapCheck() {
            @Override
            public String name() {
                return "economy";
            }

            @Override
            public Optional<String> objection(UnderWay swap) {
                return swap.rooms().isEmpty() ? Optional.empty() : Optional.of("gold falls from the sky");
            }
        });
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0"));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).isEqualTo("economy objects: gold falls from the sky");
    }
}
