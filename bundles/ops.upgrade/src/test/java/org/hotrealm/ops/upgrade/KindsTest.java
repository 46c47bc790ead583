package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hotrealm.ops.api.SwapCheck;
import org.hotrealm.ops.api.SwapKind;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.SwapRequest.Change;
import org.hotrealm.ops.upgrade.fixture.Gate;
import org.hotrealm.room.api.Pin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class KindsTest {

    private static final Settings SETTINGS = new Settings(Duration.ofSeconds(2), Duration.ofSeconds(20), 3, 5);
    private static final Map<String, String> IN_PLACE =
            Map.of("Provide-Capability", "org.hotrealm.swap;kind=adapter;order=\"in-place\"", "Fault", "exclusive");
    private static final String GATE = "test.gate";

    @TempDir
    Path folder;

    private TestFramework framework;
    private TestRooms rooms;
    private Upgrades upgrades;

    @BeforeEach
    void realm() throws Exception {
        System.clearProperty(Gate.OPEN);
        framework = new TestFramework(folder, 100);
        framework.install(TestJars.monsters(folder, "1.0.0"), 20);
        rooms = new TestRooms(framework.context());
        for (char room = 'a'; room <= 'j'; room++) {
            rooms.rooms.put("room-" + room, pin("1.0.0"));
        }
        upgrades = open();
    }

    private Upgrades open(SwapCheck... checks) {
        Upgrades.Folders folders = new Upgrades.Folders(
                folder.resolve("data/upgrades"), folder.resolve("data/swaps"), folder.resolve("deploy"), List.of());
        Upgrades opened = new Upgrades(framework.context(), SETTINGS, folders);
        opened.use(rooms, rooms, checks);
        return opened;
    }

    @AfterEach
    void stop() throws Exception {
        upgrades.close();
        framework.close();
    }

    private static Pin pin(String version) {
        return new Pin("monsters", version, TestJars.NAME);
    }

    private SwapRecord swap(Path jar) throws Exception {
        return swap(SwapRequest.of(jar.toString(), "test").soaking(Duration.ofMillis(20)));
    }

    private SwapRecord swap(SwapRequest request) throws Exception {
        return upgrades.swap(request, step -> {}).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private List<String> running(String name) {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getVersion().toString())
                .sorted()
                .toList();
    }

    private List<String> steps(SwapRecord record) {
        return record.steps().stream().map(SwapRecord.Step::name).toList();
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
    void heldCanaryIsToldToARoomEngineAfterARestart() throws Exception {
        SwapRecord record =
                swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test")
                        .canary(10, true)
                        .soaking(Duration.ZERO));
        assertThat(record.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(running(TestJars.NAME)).containsExactly("1.0.0", "1.1.0");
        upgrades.close();
        rooms.preferred.clear();
        upgrades = open();
        assertThat(rooms.preferred).containsExactly("test.monsters/1.1.0 10");
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
        assertThat(running(TestJars.NAME)).containsExactly("1.1.0");
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
        assertThat(running(TestJars.NAME)).containsExactly("1.0.0");
        assertThat(rooms.rooms.values()).containsOnly(pin("1.0.0"));
        assertThat(framework.context().getBundles()).hasSize(4);
        assertThat(folder.resolve("data/upgrades/active")).doesNotExist();
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

    @Test
    void slowTicksUnderTheNewVersionRollItBack() throws Exception {
        rooms.ticking = true;
        rooms.slowUnder = "1.1.0";
        SwapRecord record =
                swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test")
                        .soaking(Duration.ofMillis(800)));
        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason())
                .contains("ticks became slow")
                .contains("99 of 100 within 40.0 ms, before it 1.0 ms");
        assertThat(record.figures()).extracting(SwapRecord.Figure::name).contains("tick p99 ms");
    }

    @Test
    void sameVersionFromAnotherBuildIsRefusedWhereItIsBesideAlready() throws Exception {
        swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test")
                .in(List.of("room-a"))
                .soaking(Duration.ZERO));
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0", Map.of("Built-By", "somebody else")));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("from another build");
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
