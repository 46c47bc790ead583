package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hotrealm.ops.api.SwapKind;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.upgrade.fixture.Gate;
import org.hotrealm.room.api.Pin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of bundle is replaced in its own way. */
class KindsTest extends MonstersRealm {

    private static final Map<String, String> IN_PLACE =
            Map.of("Provide-Capability", "org.hotrealm.swap;kind=adapter;order=\"in-place\"", "Fault", "exclusive");
    private static final String GATE = "test.gate";

    @BeforeEach
    void tenRooms() {
        System.clearProperty(Gate.OPEN);
        for (char room = 'a'; room <= 'j'; room++) {
            rooms.rooms.put("room-" + room, pin("1.0.0"));
        }
    }

    private Path gate(String version, Map<String, String> more) throws Exception {
        return TestJars.adapter(folder, GATE, version, more);
    }

    @Test
    void adapterStartsBesideTheOldOneWhichStopsWhenItIsHealthy() throws Exception {
        framework.install(gate("1.0.0", Map.of()), 20);
        SwapRecord record = swap(gate("1.1.0", Map.of()));
        assertThat(record.reason()).contains("1.0.0 is collected");
        assertThat(record.verdict()).isEqualTo(Verdict.DONE);
        assertThat(record.parts()).containsExactly(new SwapRecord.Part(GATE, SwapKind.ADAPTER, "1.0.0", "1.1.0"));
        assertThat(steps(record))
                .containsSubsequence("start", "healthy", "stop", "soak", "keep", "uninstall", "collect");
        assertThat(running(GATE)).containsExactly("1.1.0");
        assertThat(rooms.rebound).isEmpty();
    }

    @Test
    void adapterThatOffersLessThanTheOldOneIsRolledBack() throws Exception {
        framework.install(gate("1.0.0", Map.of()), 20);
        SwapRecord record = swap(gate("1.1.0", Map.of("Fault", "silent")));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).contains("does not offer [java.util.concurrent.Callable]");
        assertThat(running(GATE)).containsExactly("1.0.0");
    }

    @Test
    void exclusiveOneStopsBeforeItsSuccessorStarts() throws Exception {
        framework.install(gate("1.0.0", IN_PLACE), 20);
        SwapRecord record = swap(gate("1.1.0", IN_PLACE));
        assertThat(record.reason()).contains("is collected");
        assertThat(steps(record)).containsSubsequence("stop", "start", "healthy", "keep");
        assertThat(running(GATE)).containsExactly("1.1.0");
    }

    @Test
    void exclusiveOneComesBackWhereItsSuccessorFails() throws Exception {
        framework.install(gate("1.0.0", IN_PLACE), 20);
        SwapRecord record =
                swap(gate("1.1.0", Map.of("Fault", "throws", "Provide-Capability", "org.hotrealm.swap;kind=resource")));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).contains("the gate is stuck").doesNotContain("trouble");
        assertThat(running(GATE)).containsExactly("1.0.0");
        assertThat(System.getProperty(Gate.OPEN)).isEqualTo("1");
    }

    @Test
    void contractIsRefusedWithWhomItWouldRestart() throws Exception {
        framework.install(gate("1.0.0", Map.of("Export-Package", "org.hotrealm.ops.upgrade.fixture;version=1.0")), 10);
        framework.install(
                TestJars.adapter(
                        folder,
                        "test.guest",
                        "1.0.0",
                        Map.of("Import-Package", "org.osgi.framework,org.hotrealm.ops.upgrade.fixture")),
                20);
        SwapRecord record =
                swap(gate("1.1.0", Map.of("Export-Package", "org.hotrealm.ops.upgrade.fixture;version=1.0")));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("restart [test.guest]").contains("realm:drain");
        assertThat(record.plan().restarts()).containsExactly("test.guest");
        assertThat(record.parts().getFirst().kind()).isEqualTo(SwapKind.CONTRACT);
        assertThat(running(GATE)).containsExactly("1.0.0");
    }

    @Test
    void unknownKindIsNamedWithThoseKnown() throws Exception {
        framework.install(gate("1.0.0", Map.of()), 20);
        SwapRecord record = swap(gate("1.1.0", Map.of("Provide-Capability", "org.hotrealm.swap;kind=magic")));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("kind 'magic'").contains("state, adapter and resource");
    }

    @Test
    void dryRunTellsWiresAndTouchedRooms() throws Exception {
        SwapRecord record =
                swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test")
                        .dry());
        assertThat(record.plan().wires()).anyMatch(wire -> wire.startsWith("org.hotrealm.room.api 1.0.0 <- "));
        assertThat(record.plan().rooms()).contains("room-a", "room-j").hasSize(10);
    }

    @Test
    void missingPackageIsInThePlan() throws Exception {
        SwapRecord record = swap(gate("1.1.0", Map.of("Import-Package", "org.osgi.framework,com.acme.dragons")));
        assertThat(record.plan().missing())
                .containsExactly("it imports the package com.acme.dragons, which no bundle here exports");
    }

    @Test
    void canaryGoesFirstAndTheRestFollows() throws Exception {
        Path jar = TestJars.monsters(folder, "1.1.0");
        SwapRecord record =
                swap(SwapRequest.of(jar.toString(), "test").canary(20, false).soaking(Duration.ofMillis(20)));
        assertThat(record.reason()).contains("10 rooms changed over");
        assertThat(steps(record)).containsSubsequence("canary", "soak", "rebind", "soak", "keep");
        assertThat(record.rooms().subList(0, 2))
                .extracting(change -> change.room())
                .containsExactly("room-a", "room-b");
        assertThat(rooms.preferred).containsExactly("test.monsters/1.1.0 20");
    }

    @Test
    void canaryThatFailsTakesNobodyAlong() throws Exception {
        rooms.failsUnder = "1.1.0";
        SwapRecord record =
                swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test")
                        .canary(10, false)
                        .soaking(Duration.ofMillis(50)));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.rooms()).extracting(change -> change.room()).containsExactly("room-a");
        assertThat(rooms.rooms.values()).containsOnly(pin("1.0.0"));
    }

    @Test
    void aLaterVersionThatFailsLeavesAHeldCanaryAsItWas() throws Exception {
        swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test")
                .canary(10, true)
                .soaking(Duration.ZERO));
        Map<String, Pin> before = Map.copyOf(rooms.rooms);
        rooms.preferred.clear();
        rooms.failsUnder = "1.2.0";

        SwapRecord record = swap(TestJars.monsters(folder, "1.2.0"));

        assertThat(record.verdict()).as(record.reason()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(rooms.rooms).isEqualTo(before).containsValues(pin("1.0.0"), pin("1.1.0"));
        assertThat(rooms.preferred).endsWith("test.monsters/1.1.0 10");
        assertThat(running(TestJars.NAME)).containsExactly("1.0.0", "1.1.0");
    }

    @Test
    void slowTicksUnderTheNewVersionRollItBack() throws Exception {
        rooms.ticking = true;
        rooms.slowUnder = "1.1.0";
        // So many that two looks see enough ticks: a busy machine has no time for more.
        for (int i = 0; i < 200; i++) {
            rooms.rooms.put("room-" + i, pin("1.0.0"));
        }
        SwapRecord record =
                swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test")
                        .soaking(Duration.ofMillis(1500)));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason())
                .contains("ticks became slow")
                .contains("99 of 100 within 40.0 ms, before it 1.0 ms");
        assertThat(record.figures()).extracting(SwapRecord.Figure::name).contains("tick p99 ms");
    }

    @Test
    void onlySomeEarlierJarsAreKept() throws Exception {
        for (int minor = 1; minor <= 9; minor++) {
            swap(SwapRequest.of(TestJars.monsters(folder, "1." + minor + ".0").toString(), "test")
                    .soaking(Duration.ZERO));
        }
        try (var jars = Files.list(folder.resolve("data/upgrades"))) {
            assertThat(jars.filter(jar -> jar.toString().endsWith(".jar"))).hasSize(6);
        }
    }
}
