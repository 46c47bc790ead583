package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.junit.jupiter.api.Test;

/** What is so after a restart. */
class RestartTest extends MonstersRealm {

    @Test
    void recordsSurviveARestart() throws Exception {
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0"));
        swap(folder.resolve("none.jar"));
        Files.writeString(
                folder.resolve("data/swaps/swaps.jsonl"), "{\"id\":9,", java.nio.file.StandardOpenOption.APPEND);
        upgrades.close();
        upgrades = open();
        assertThat(upgrades.records()).hasSize(2);
        assertThat(upgrades.records().getLast()).isEqualTo(record);
        assertThat(upgrades.records().getFirst().id()).isGreaterThan(record.id());
    }

    @Test
    void whatWasSwappedInIsInForceAfterARestartBeforeAnythingRuns() throws Exception {
        swap(TestJars.monsters(folder, "1.1.0"));
        upgrades.close();
        framework.close();
        framework = new TestFramework(folder, 1);
        try (var jars = Files.list(folder.resolve("delivered"))) {
            framework.install(jars.findFirst().orElseThrow(), 20);
        }
        rooms = new TestRooms(framework.context());
        upgrades = open();
        assertThat(installed()).isEmpty();
        framework.climb(100);
        assertThat(installed()).containsExactly("1.1.0");
        assertThat(framework.context().getBundles()).hasSize(2);
    }

    @Test
    void damagedKeptJarLeavesTheVersionDelivered() throws Exception {
        swap(TestJars.monsters(folder, "1.1.0"));
        upgrades.close();
        framework.close();
        Files.write(folder.resolve("data/upgrades/test.monsters-1.1.0.jar"), new byte[10]);
        framework = new TestFramework(folder, 1);
        try (var jars = Files.list(folder.resolve("delivered"))) {
            framework.install(jars.findFirst().orElseThrow(), 20);
        }
        rooms = new TestRooms(framework.context());
        upgrades = open();
        framework.climb(100);
        assertThat(installed()).containsExactly("1.0.0");
    }

    @Test
    void heldCanaryIsToldToARoomEngineAfterARestart() throws Exception {
        SwapRecord record =
                swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test")
                        .canary(10, true)
                        .soaking(Duration.ZERO));
        assertThat(record.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(installed()).containsExactly("1.0.0", "1.1.0");
        upgrades.close();
        rooms.preferred.clear();
        upgrades = open();
        assertThat(rooms.preferred).containsExactly("test.monsters/1.1.0 10");
    }

    @Test
    void serverThatEndsInTheMiddleTellsAtItsNextStartHowItEnded() throws Exception {
        upgrades.swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test"), step -> {
                    if (step.equals("rebind")) {
                        copy("underway.json", "left.json");
                    }
                })
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        upgrades.close();
        Files.delete(folder.resolve("data/swaps/swaps.jsonl"));
        Files.delete(folder.resolve("data/upgrades/active"));
        copy("left.json", "underway.json");
        upgrades = open();
        SwapRecord before = upgrades.records().getFirst();
        assertThat(before.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(before.reason())
                .isEqualTo("the server ended during 'rebind', before the swap was kept: since its restart test.monsters"
                        + " 1.0.0 is in force, as before");
        upgrades.close();
        Files.writeString(folder.resolve("data/upgrades/active"), "test.monsters/1.1.0\n");
        copy("left.json", "underway.json");
        upgrades = open();
        SwapRecord after = upgrades.records().getFirst();
        assertThat(after.verdict()).isEqualTo(Verdict.DONE);
        assertThat(after.reason()).contains("after the swap was kept").contains("test.monsters 1.1.0 is in force");
        assertThat(folder.resolve("data/swaps/underway.json")).doesNotExist();
    }

    private void copy(String from, String to) {
        Path swaps = folder.resolve("data/swaps");
        try {
            Files.copy(swaps.resolve(from), swaps.resolve(to), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
