package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hotrealm.ops.api.SwapProgress;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class UpgradesTest {

    private static final Settings SETTINGS = new Settings(Duration.ofSeconds(2), Duration.ofSeconds(20), 3, 5);

    @TempDir
    Path folder;

    private TestFramework framework;
    private TestRooms rooms;
    private Upgrades upgrades;

    @BeforeEach
    void realmWithMonsters() throws Exception {
        framework = new TestFramework(folder, 100);
        Files.createDirectories(folder.resolve("delivered"));
        framework.install(TestJars.monsters(folder.resolve("delivered"), "1.0.0"), 20);
        rooms = new TestRooms(framework.context());
        rooms.rooms.put("room-a", pin("1.0.0"));
        rooms.rooms.put("room-b", pin("1.0.0"));
        upgrades = open();
    }

    @AfterEach
    void stop() throws Exception {
        upgrades.close();
        framework.close();
    }

    private Upgrades open() {
        Upgrades opened = new Upgrades(framework.context(), SETTINGS, folders());
        opened.use(rooms, rooms);
        return opened;
    }

    private Upgrades.Folders folders() {
        return new Upgrades.Folders(
                folder.resolve("data/upgrades"),
                folder.resolve("data/swaps"),
                folder.resolve("deploy"),
                List.of(folder.resolve("delivered")));
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

    private List<String> installed() {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> TestJars.NAME.equals(bundle.getSymbolicName()))
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getVersion().toString())
                .sorted()
                .toList();
    }

    private void assertNothingChanged() {
        assertThat(installed()).containsExactly("1.0.0");
        assertThat(framework.context().getBundles()).hasSize(2);
        assertThat(rooms.rooms.values()).containsOnly(pin("1.0.0"));
    }

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
    void jarThatChangesWhileItIsReadIsRefused() throws Exception {
        Path jar = TestJars.monsters(folder, "1.1.0");
        byte[] whole = Files.readAllBytes(jar);
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try (var out = Files.newOutputStream(jar)) {
                    out.write(whole, 0, whole.length / 2);
                    out.write(whole, whole.length / 2, whole.length - whole.length / 2);
                } catch (IOException interrupted) {
                    return;
                }
            }
        });
        List<SwapRecord> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(swap(SwapRequest.of(jar.toString(), "test").dry()));
        }
        writer.interrupt();
        writer.join();

        assertThat(records)
                .filteredOn(record -> record.verdict() == Verdict.REFUSED)
                .isNotEmpty()
                .allSatisfy(record ->
                        assertThat(record.reason()).containsAnyOf("changed while it was read", "is no whole jar"));
        assertNothingChanged();
    }

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
        assertThat(record.reason()).contains("does not provide [monsters]");
        assertNothingChanged();
    }

    @Test
    void missingImportIsNamed() throws Exception {
        SwapRecord record = swap(
                TestJars.monsters(folder, "1.1.0", Map.of("Import-Package", "org.osgi.framework,com.acme.dragons")));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("imports the package com.acme.dragons, which no bundle here exports");
        assertNothingChanged();
    }

    @Test
    void importInAnotherVersionIsNamedWithTheOneThatIsHere() throws Exception {
        SwapRecord record = swap(TestJars.monsters(
                folder,
                "1.1.0",
                Map.of("Import-Package", "org.osgi.framework,org.hotrealm.room.api;version=\"[2.0,3)\"")));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("org.hotrealm.room.api").contains("here it is 1.0.0");
        assertNothingChanged();
    }

    @Test
    void tornJarIsRefused() throws Exception {
        Path whole = TestJars.monsters(folder, "1.1.0");
        byte[] bytes = Files.readAllBytes(whole);
        Path torn = Files.write(folder.resolve("torn.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(torn, "no whole jar");
    }

    @Test
    void jarWithADamagedMiddleIsRefused() throws Exception {
        Path whole = TestJars.monsters(folder, "1.1.0");
        byte[] bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20, (byte) 0x55);
        assertRefused(Files.write(folder.resolve("damaged.jar"), bytes), "no whole jar");
    }

    @Test
    void whatIsNoSwappableBundleIsRefusedInWords() throws Exception {
        java.util.jar.Manifest plain = new java.util.jar.Manifest();
        plain.getMainAttributes().put(java.util.jar.Attributes.Name.MANIFEST_VERSION, "1.0");
        assertRefused(TestJars.write(folder.resolve("plain.jar"), plain), "is no OSGi bundle");
        assertRefused(TestJars.monsters(folder, "1.1.0", Map.of("Fragment-Host", "test.other")), "is a fragment");
        assertRefused(
                TestJars.monsters(folder, "1.1.0", Map.of("Export-Package", "org.hotrealm.ops.upgrade.fixture")),
                "exports packages");
        assertRefused(TestJars.monsters(folder, "1.0.0"), "is what runs already");
        assertRefused(folder.resolve("none.jar"), "there is no file");
    }

    private void assertRefused(Path jar, String why) throws Exception {
        SwapRecord record = swap(jar);
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains(why);
        assertNothingChanged();
    }

    @Test
    void unknownRoomAndUnknownVersionAreRefused() throws Exception {
        Path jar = TestJars.monsters(folder, "1.1.0");
        SwapRecord room = swap(
                SwapRequest.of(jar.toString(), "test").in(List.of("nowhere")).soaking(Duration.ZERO));
        assertThat(room.reason()).contains("no such rooms on this node: [nowhere]");
        SwapRecord version = swap(SwapRequest.of("test.monsters/9.9.9", "test"));
        assertThat(version.reason()).contains("no jar of test.monsters 9.9.9 is known here");
        assertNothingChanged();
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
    void withoutARoomEngineASwapIsRefused() throws Exception {
        upgrades.close();
        upgrades = new Upgrades(framework.context(), SETTINGS, folders());
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0"));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("no room engine");
    }

    @Test
    void droppedJarIsSwappedInOnceItIsAtRestAndNeverAgain() throws Exception {
        DeployFolder deploy = new DeployFolder(folders(), upgrades);
        Path dropped = folder.resolve("deploy");
        Files.createDirectories(dropped);
        Files.copy(TestJars.monsters(folder, "1.1.0"), dropped.resolve("monsters.jar"));
        deploy.look();
        assertThat(upgrades.records()).isEmpty();
        deploy.look();
        deploy.look();
        awaitRecords(1);
        new DeployFolder(folders(), upgrades).look();
        DeployFolder restarted = new DeployFolder(folders(), upgrades);
        restarted.look();
        restarted.look();
        swap(SwapRequest.of("test.monsters/1.0.0", "test"));
        assertThat(upgrades.records()).hasSize(2);
        assertThat(upgrades.records().getLast().who()).isEqualTo("deploy folder");
        assertThat(installed()).containsExactly("1.0.0");
        deploy.close();
    }

    private void awaitRecords(int count) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (upgrades.records().size() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(upgrades.records()).hasSize(count);
    }
}
