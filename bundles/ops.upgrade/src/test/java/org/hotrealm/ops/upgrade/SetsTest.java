package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.SwapRequest.Change;
import org.junit.jupiter.api.Test;

/** Several bundles in one swap. */
class SetsTest extends MonstersRealm {

    private static final String GATE = "test.gate";

    private Path gate(String version, Map<String, String> more) throws Exception {
        return TestJars.adapter(folder, GATE, version, more);
    }

    @Test
    void severalChangesComeIntoForceTogether() throws Exception {
        framework.install(gate("1.0.0", Map.of()), 20);
        framework.install(TestJars.adapter(folder, "test.lamp", "1.0.0", Map.of()), 20);
        SwapRecord record = swap(SwapRequest.of(
                        "feature castle",
                        List.of(
                                new Change.Put(gate("1.1.0", Map.of()).toString(), 0),
                                new Change.Put(
                                        TestJars.monsters(folder, "1.1.0").toString(), 0),
                                new Change.Put(
                                        TestJars.adapter(folder, "test.moat", "1.0.0", Map.of())
                                                .toString(),
                                        30),
                                new Change.Remove("test.lamp")),
                        "test")
                .soaking(Duration.ofMillis(20)));
        assertThat(record.reason()).contains("is collected");
        assertThat(record.bundle()).isEqualTo("feature castle");
        assertThat(record.parts()).hasSize(4);
        assertThat(running(GATE)).containsExactly("1.1.0");
        assertThat(installed()).containsExactly("1.1.0");
        assertThat(running("test.moat")).containsExactly("1.0.0");
        assertThat(running("test.lamp")).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("data/upgrades/active")))
                .containsExactly("test.gate/1.1.0", "test.lamp/", "test.moat/1.0.0 level 30", "test.monsters/1.1.0");
    }

    @Test
    void oneOfSeveralThatFailsUndoesAll() throws Exception {
        framework.install(gate("1.0.0", Map.of()), 20);
        framework.install(TestJars.adapter(folder, "test.lamp", "1.0.0", Map.of()), 20);
        SwapRecord record = swap(SwapRequest.of(
                "feature castle",
                List.of(
                        new Change.Put(TestJars.monsters(folder, "1.1.0").toString(), 0),
                        new Change.Put(gate("1.1.0", Map.of()).toString(), 0),
                        new Change.Put(
                                TestJars.adapter(folder, "test.lamp", "1.1.0", Map.of("Fault", "throws"))
                                        .toString(),
                                0)),
                "test"));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).contains("the gate is stuck").doesNotContain("trouble");
        assertThat(running(GATE)).containsExactly("1.0.0");
        assertThat(running("test.lamp")).containsExactly("1.0.0");
        assertThat(installed()).containsExactly("1.0.0");
        assertThat(rooms.rooms.values()).containsOnly(pin("1.0.0"));
        assertThat(framework.context().getBundles()).hasSize(4);
        assertThat(folder.resolve("data/upgrades/active")).doesNotExist();
    }
}
