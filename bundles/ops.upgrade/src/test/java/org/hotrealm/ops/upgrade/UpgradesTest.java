package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hotrealm.ops.api.SwapProgress;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.room.api.Behaviour;
import org.junit.jupiter.api.Test;

/** A behaviour is replaced. */
class UpgradesTest extends MonstersRealm {

    @Test
    void aBehaviourOfWhichNothingIsConfiguredIsReplacedByOneOfWhichNothingIs() throws Exception {
        framework.context().getBundles()[1].uninstall();
        rooms.rooms.clear();
        framework.install(TestJars.monsters(folder, "1.0.0", Map.of("Fault", "silent")), 20);

        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0", Map.of("Fault", "silent")));

        assertThat(record.verdict()).as(record.reason()).isEqualTo(Verdict.DONE);
        assertThat(installed()).containsExactly("1.1.0");
    }

    @Test
    void everyRoomChangesOverAndTheOldVersionIsCollected() throws Exception {
        List<String> heard = new ArrayList<>();
        SwapRecord record = upgrades.swap(
                        SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test"), heard::add)
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        assertThat(record.reason()).contains("1.0.0 is collected");
        assertThat(record.verdict()).isEqualTo(Verdict.DONE);
        assertThat(record.from()).isEqualTo("1.0.0");
        assertThat(record.to()).isEqualTo("1.1.0");
        assertThat(record.rooms()).extracting(change -> change.room()).containsExactly("room-a", "room-b");
        assertThat(record.longestGapNanos()).isEqualTo(1_000_000);
        assertThat(heard)
                .containsExactly(
                        "check",
                        "install",
                        "resolve",
                        "measure",
                        "start",
                        "appear",
                        "rebind",
                        "soak",
                        "keep",
                        "stop",
                        "uninstall",
                        "refresh",
                        "collect");
        assertThat(installed()).containsExactly("1.1.0");
        assertThat(rooms.rooms.values()).containsOnly(pin("1.1.0"));
    }

    @Test
    void progressTellsTheStepWhoAskedAndWhoWaits() throws Exception {
        List<SwapProgress> seen = new ArrayList<>();
        SwapRequest request = SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "Ada");

        var first = upgrades.swap(request, step -> upgrades.underWay().ifPresent(seen::add));
        swap(SwapRequest.of("test.monsters/9.9.9", "Bob"));

        SwapRecord record = first.toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(seen)
                .extracting(SwapProgress::step)
                .containsExactlyElementsOf(
                        record.steps().stream().map(SwapRecord.Step::name).toList());
        assertThat(seen)
                .allSatisfy(now -> assertThat(now.who()).isEqualTo("Ada"))
                .allSatisfy(now -> assertThat(now.id()).isEqualTo(record.id()));
        assertThat(seen.getLast().parts()).isEqualTo(record.parts());
        assertThat(seen.getLast().waiting()).isEqualTo(1);
        assertThat(upgrades.underWay()).isEmpty();
    }

    @Test
    void keptObjectOfTheOldVersionMakesTheSwapDirty() throws Exception {
        var reference = framework.context().getServiceReference(Behaviour.class);
        Behaviour kept = framework.context().getService(reference);
        Settings impatient = new Settings(Duration.ofSeconds(2), Duration.ofMillis(300), 3, 5);
        upgrades.close();
        upgrades = new Upgrades(framework.context(), impatient, folders());
        upgrades.use(rooms, rooms);
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0"));
        assertThat(record.verdict()).isEqualTo(Verdict.DIRTY);
        assertThat(record.reason()).contains("classes of test.monsters 1.0.0 are still in memory");
        assertThat(kept.system()).isEqualTo("monsters");
        assertThat(installed()).containsExactly("1.1.0");
    }

    @Test
    void dryRunSaysWhatItWouldDoAndDoesNothing() throws Exception {
        Path jar = TestJars.monsters(folder, "1.1.0");
        SwapRecord record = swap(SwapRequest.of(jar.toString(), "test").dry());
        assertThat(record.verdict()).isEqualTo(Verdict.DRY_RUN);
        assertThat(record.reason()).contains("would take over from 1.0.0");
        assertNothingChanged();
        assertThat(upgrades.records()).isEmpty();
    }

    @Test
    void namedRoomsChangeOverFirstAndAllLater() throws Exception {
        Path jar = TestJars.monsters(folder, "1.1.0");
        SwapRecord partial = swap(
                SwapRequest.of(jar.toString(), "test").in(List.of("room-b")).soaking(Duration.ZERO));
        assertThat(partial.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(rooms.rooms).containsEntry("room-a", pin("1.0.0")).containsEntry("room-b", pin("1.1.0"));
        assertThat(installed()).containsExactly("1.0.0", "1.1.0");
        SwapRecord all = swap(jar);
        assertThat(all.verdict()).isEqualTo(Verdict.DONE);
        assertThat(installed()).containsExactly("1.1.0");
    }

    @Test
    void earlierVersionComesBackByName() throws Exception {
        swap(TestJars.monsters(folder, "1.1.0"));
        SwapRecord back = swap(SwapRequest.of("test.monsters/1.0.0", "test"));
        assertThat(back.verdict()).isEqualTo(Verdict.DONE);
        assertThat(installed()).containsExactly("1.0.0");
    }
}
