package org.hotrealm.itests.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import org.apache.felix.service.command.CommandProcessor;
import org.hotrealm.itests.reissue.Reissue;
import org.hotrealm.itests.script.Script;
import org.hotrealm.net.api.Listening;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The platform's promise for state owners: engine, world and protocol are replaced under two fighting players. */
public final class StateOwnersTest {

    private static final List<String> OWNERS =
            List.of("org.hotrealm.room.engine", "org.hotrealm.realm.world", "org.hotrealm.net.colyseus");

    private static final int PLAY_TICKS = 40;

    private final Probe first = new Probe("probe.first", Phase.INTENT);
    private final Probe last = new Probe("probe.last", Phase.RESPAWN);

    @Test
    void engineWorldAndProtocolAreReplacedUnderTwoFightingPlayersAndNothingIsLost(
            @InjectBundleContext BundleContext context,
            @InjectService(timeout = 20_000) Listening listening,
            @InjectService(timeout = 20_000) CommandProcessor shell,
            @InjectService(timeout = 20_000) ConfigurationAdmin configurations)
            throws Exception {
        placeProbes(context, configurations);
        Path script = Path.of(Objects.requireNonNull(System.getenv("SWAP_PLAYERS"), "SWAP_PLAYERS is not set"));
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        String room;
        try (Script players = new Script(script, "http://127.0.0.1:" + listening.port())) {
            room = players.await("joined 2", 30).split(" ")[0];
            last.record(true);
            Framework.await("a monster after a player", () -> busy() > 0);
            first.record(true);
            Framework.await(
                    "a second of play before the swaps", () -> last.edges().size() > 20);
            for (String owner : OWNERS) {
                loaders.add(Framework.loader(context, owner, "1.0.0"));
                String said = Framework.run(shell, "realm:swap " + reissued(context, owner));
                System.out.println(said);
                assertThat(said).contains("1.0.1").doesNotContain("ROLLED_BACK").doesNotContain("REFUSED");
                assertThat(Framework.versions(context, owner)).containsExactly("1.0.1");
                long swapped = lastTick();
                Framework.await("two seconds of play after it", () -> lastTick() > swapped + PLAY_TICKS);
            }
            first.record(false);
            long begun = lastTick();
            Framework.await("the end of the last tick seen to begin", () -> lastTick() > begun + 1);
            last.record(false);
            String summary = Framework.summary(players);
            System.out.println(summary);

            assertThat(summary)
                    .as("what the two clients saw")
                    .contains("drops=0 leaves=0")
                    .endsWith("lost=0");
        }
        everyEdgeIsWhole();
        assertThat(service(context, Rooms.class).list())
                .filteredOn(info -> info.id().equals(room))
                .singleElement()
                .extracting(RoomInfo::failures)
                .isEqualTo(0L);
        assertThat(loaders).allSatisfy(loader -> assertThat(loader.get()).isNull());
    }

    /** From tick to tick nothing is left out, and between the end of one and the beginning of the next nothing changes. */
    private void everyEdgeIsWhole() {
        int compared = 0;
        long expected = first.edges().firstKey();
        for (Edge begin : first.edges().values()) {
            assertThat(begin.tick()).as("the tick that began next").isEqualTo(expected++);
            Edge before = last.edges().get(begin.tick() - 1);
            if (before != null) {
                // What is dead for good and belongs to no spawn is cleared away when a tick begins.
                List<String> gone = new ArrayList<>(before.monsters());
                gone.removeAll(begin.monsters());
                assertThat(gone)
                        .as("monsters lost after tick " + before.tick())
                        .allMatch(text -> text.contains(" hp 0 "));
                assertThat(before.monsters())
                        .as("monsters after tick " + before.tick())
                        .containsAll(begin.monsters());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(OWNERS.size() * PLAY_TICKS);
    }

    private void placeProbes(BundleContext context, ConfigurationAdmin configurations) throws Exception {
        Hashtable<String, Object> zone = new Hashtable<>();
        zone.put("systems", new String[] {"monsters", "skills", "loot", "probe.first", "probe.last"});
        configurations
                .getConfiguration("org.hotrealm.realm.zone.RealmZone", "?")
                .update(zone);
        context.registerService(Behaviour.class, first, null);
        context.registerService(Behaviour.class, last, null);
        Framework.await(
                "the realm with its probes",
                () -> service(context, Pins.class).available().stream()
                        .map(pin -> pin.system())
                        .toList()
                        .containsAll(List.of("room.realm", "monsters", "skills", "loot", "probe.first", "probe.last")));
    }

    private int busy() {
        var edge = last.edges().lastEntry();
        return edge == null ? 0 : edge.getValue().busy();
    }

    private long lastTick() {
        return last.edges().lastKey();
    }

    /** Of whoever offers it now: one that is kept would keep its bundle's classes. */
    private static <T> T service(BundleContext context, Class<T> type) {
        ServiceReference<T> reference = Objects.requireNonNull(context.getServiceReference(type));
        return Objects.requireNonNull(context.getService(reference));
    }

    /** The very same code as the next version. */
    private static Path reissued(BundleContext context, String name) throws Exception {
        Path home = Path.of(Objects.requireNonNull(context.getProperty("hotrealm.home")));
        return Reissue.of(
                home.resolve("bundles").resolve(name + "-1.0.0.jar"), "1.0.1", Files.createTempDirectory("reissued"));
    }
}
