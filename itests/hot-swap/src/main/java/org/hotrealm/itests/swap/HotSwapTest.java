package org.hotrealm.itests.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import org.apache.felix.service.command.CommandProcessor;
import org.hotrealm.itests.script.Script;
import org.hotrealm.net.api.Listening;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
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
        WeakReference<ClassLoader> oldLoader = Framework.loader(context, MONSTER_AI, "1.0.0");
        String room;
        Path script = Path.of(Objects.requireNonNull(System.getenv("SWAP_PLAYERS"), "SWAP_PLAYERS is not set"));
        try (Script players = new Script(script, "http://127.0.0.1:" + listening.port())) {
            String[] joined = players.await("joined 2", 30).split(" ");
            room = joined[0];
            Framework.await("a monster after a player", () -> busy() > 0);
            last.record(true);
            first.record(true);
            Framework.await(
                    "a second of play before the swap", () -> last.edges().size() > 20);

            String said = Framework.run(shell, "realm:swap " + upgrade(context));

            assertThat(said).contains("1.0.0").contains("1.1.0");
            long swapped = lastTick();
            Framework.await("two seconds of play after the swap", () -> lastTick() > swapped + PLAY_TICKS);
            // The players leave with their summary, between two ticks, and what was after them then lets go of them.
            first.record(false);
            long begun = lastTick();
            Framework.await("the end of the last tick seen to begin", () -> lastTick() > begun + 1);
            last.record(false);
            String summary = Framework.summary(players);

            assertThat(summary).as("what the two clients saw").contains("drops=0 leaves=0 versions=1.1.0,1.1.0");
        }
        assertThat(rooms.list())
                .filteredOn(info -> info.id().equals(room))
                .singleElement()
                .satisfies(info -> assertThat(version(info)).isEqualTo("1.1.0"))
                .satisfies(info -> assertThat(info.failures()).isZero());
        assertThat(Framework.versions(context, MONSTER_AI)).containsExactly("1.1.0");
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
        Framework.await(
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
}
