package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotrealm.ops.api.SwapCheck;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.room.api.Pin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A framework with a behaviour in it, and rooms that run it; each test has one of its own. */
abstract class MonstersRealm {

    static final Settings SETTINGS = new Settings(Duration.ofSeconds(2), Duration.ofSeconds(20), 3, 5);

    @TempDir
    Path folder;

    TestFramework framework;
    TestRooms rooms;
    Upgrades upgrades;

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

    Upgrades open(SwapCheck... checks) {
        Upgrades opened = new Upgrades(framework.context(), SETTINGS, folders());
        opened.use(rooms, rooms, checks);
        return opened;
    }

    Folders folders() {
        return new Folders(
                folder.resolve("data/upgrades"),
                folder.resolve("data/swaps"),
                folder.resolve("deploy"),
                List.of(folder.resolve("delivered")));
    }

    static Pin pin(String version) {
        return new Pin("monsters", version, TestJars.NAME);
    }

    SwapRecord swap(Path jar) throws Exception {
        return swap(SwapRequest.of(jar.toString(), "test").soaking(Duration.ofMillis(20)));
    }

    SwapRecord swap(SwapRequest request) throws Exception {
        return upgrades.swap(request, step -> {}).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    List<String> installed() {
        return running(TestJars.NAME);
    }

    List<String> running(String name) {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getVersion().toString())
                .sorted()
                .toList();
    }

    static List<String> steps(SwapRecord record) {
        return record.steps().stream().map(SwapRecord.Step::name).toList();
    }

    void assertNothingChanged() {
        assertThat(installed()).containsExactly("1.0.0");
        assertThat(framework.context().getBundles()).hasSize(2);
        assertThat(rooms.rooms.values()).containsOnly(pin("1.0.0"));
    }
}
