package org.hotrealm.itests.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.hotrealm.net.api.Listening;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The platform's promise for a behaviour, with real clients and the operator's own command. */
public final class HotSwapTest {

    private static final String MONSTER_AI = "org.hotrealm.monster.ai";
    private static final int PLAY_TICKS = 40;

    private final Probe first = new Probe("probe.first", Phase.INTENT);
    private final Probe last = new Probe("probe.last", Phase.RESPAWN);

    @Test
    void monsterAiIsReplacedUnderTwoFightingPlayersAndNothingIsLost(
            @InjectBundleContext BundleContext context,
            @InjectService(timeout = 20_000) Rooms rooms,
            @InjectService(timeout = 20_000) Pins pins,
            @InjectService(timeout = 20_000) Listening listening,
            @InjectService(timeout = 20_000) CommandProcessor shell,
            @InjectService(timeout = 20_000) ConfigurationAdmin configurations)
            throws Exception {
        placeProbes(context, pins, configurations);
        WeakReference<ClassLoader> oldLoader = loader(context, "1.0.0");
        Path script = Path.of(Objects.requireNonNull(System.getenv("SWAP_PLAYERS"), "SWAP_PLAYERS is not set"));
        try (Players players = new Players(script, listening.port())) {
            players.await("joined 2", 30);
            await("a monster after a player", () -> busy() > 0);
            last.record(true);
            first.record(true);
            await("a second of play before the swap", () -> last.edges().size() > 20);

            String said = run(shell, "realm:swap " + upgrade(context));

            assertThat(said).contains("1.0.0").contains("1.1.0");
            long swapped = lastTick();
            await("two seconds of play after the swap", () -> lastTick() > swapped + PLAY_TICKS);
            // The players leave with their summary, between two ticks, and what was after them then lets go of them.
            first.record(false);
            long begun = lastTick();
            await("the end of the last tick seen to begin", () -> lastTick() > begun + 1);
            last.record(false);
            String summary = players.summary();

            assertThat(summary).as("what the two clients saw").contains("drops=0 leaves=0 versions=1.1.0,1.1.0");
        }
        assertThat(rooms.list())
                .filteredOn(room -> room.type().equals("realm"))
                .singleElement()
                .satisfies(room -> assertThat(version(room)).isEqualTo("1.1.0"))
                .satisfies(room -> assertThat(room.failures()).isZero());
        assertThat(versionsInstalled(context)).containsExactly("1.1.0");
        everyEdgeIsWhole();
        everyTickIsThere();
        assertThat(oldLoader.get()).as("the class loader of monster.ai 1.0.0").isNull();
    }

    /** Between the end of a tick and the beginning of the next, where rooms rebind, nothing of the world changes. */
    private void everyEdgeIsWhole() {
        int compared = 0;
        for (Edge end : last.edges().values()) {
            Edge next = first.edges().get(end.tick() + 1);
            if (next != null) {
                assertThat(next.monsters())
                        .as("monsters after tick " + end.tick())
                        .isEqualTo(end.monsters());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(PLAY_TICKS);
    }

    /** The room went on from tick to tick, and no tick was left half done. */
    private void everyTickIsThere() {
        long expected = first.edges().firstKey();
        for (long tick : first.edges().keySet()) {
            assertThat(tick).as("the tick that began next").isEqualTo(expected++);
            assertThat(last.edges()).as("the end of tick " + tick).containsKey(tick);
        }
    }

    private void placeProbes(BundleContext context, Pins pins, ConfigurationAdmin configurations) throws Exception {
        Hashtable<String, Object> zone = new Hashtable<>();
        zone.put("systems", new String[] {"monsters", "skills", "loot", "probe.first", "probe.last"});
        configurations
                .getConfiguration("org.hotrealm.realm.zone.RealmZone", "?")
                .update(zone);
        context.registerService(Behaviour.class, first, null);
        context.registerService(Behaviour.class, last, null);
        await(
                "the realm with its probes",
                () -> pins.available().stream()
                        .map(pin -> pin.system())
                        .toList()
                        .containsAll(List.of("room.realm", "monsters", "skills", "loot", "probe.first", "probe.last")));
        last.record(true);
    }

    private int busy() {
        var edge = last.edges().lastEntry();
        return edge == null ? 0 : edge.getValue().busy();
    }

    private long lastTick() {
        return last.edges().lastKey();
    }

    private static String version(RoomInfo room) {
        return room.pins().stream()
                .filter(pin -> pin.system().equals("monsters"))
                .map(pin -> pin.version())
                .findFirst()
                .orElse("");
    }

    private static Path upgrade(BundleContext context) {
        return Path.of(
                Objects.requireNonNull(context.getProperty("hotrealm.home")), "upgrades", MONSTER_AI + "-1.1.0.jar");
    }

    private static String run(CommandProcessor shell, String command) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (CommandSession session = shell.createSession(new ByteArrayInputStream(new byte[0]), print, print)) {
            Object result = session.execute(command);
            return out.toString(StandardCharsets.UTF_8) + result;
        }
    }

    private static WeakReference<ClassLoader> loader(BundleContext context, String version) {
        for (Bundle bundle : context.getBundles()) {
            if (MONSTER_AI.equals(bundle.getSymbolicName())
                    && bundle.getVersion().toString().equals(version)) {
                return new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
            }
        }
        throw new AssertionError(MONSTER_AI + " " + version + " is not installed");
    }

    private static List<String> versionsInstalled(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> MONSTER_AI.equals(bundle.getSymbolicName()))
                .map(bundle -> bundle.getVersion().toString())
                .toList();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within 40 seconds: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
