package org.hotrealm.realm.zone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hotrealm.progress.api.ProgressStore;
import org.hotrealm.progress.jdbc.Stores;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Visitor;

/**
 * A realm in a process of its own whose player earns without end, until the process is killed. Each thing that its client is
 * told is printed when it is told: {@code told xp gold daggers;}.
 */
final class Victim {

    private static final String TOKEN = "abcdefghijklmnopqrstuv-_";

    private final Bench bench = new Bench(Samples.with(Maps.field(30).build()).build());
    private final ProgressStore store;

    private Victim(Path folder) {
        store = Stores.in(folder);
        bench.zone.store = store;
    }

    /** With the database's folder. */
    public static void main(String[] arguments) throws Exception {
        new Victim(Path.of(arguments[0])).play();
    }

    private void play() throws Exception {
        FakeSeat seat = bench.room.sit("s");
        Payload options = Payload.map("token", TOKEN);
        Payload admitted = bench.zone.admission().admit(new Visitor("room", "s", options, Payload.NONE, null));
        if (admitted.has("guest")) {
            throw new IllegalStateException("the store did not open: " + store.state());
        }
        seat.auth(admitted);
        bench.zone.join(bench.room, seat, options);
        Player player = bench.player(seat);
        say(seat, player);
        for (int tick = 0; ; tick++) {
            earn(player, tick);
            int heard = seat.sent("inventory").size();
            bench.tick();
            if (seat.sent("inventory").size() > heard) {
                say(seat, player);
                seat.clear();
            }
            Thread.onSpinWait();
        }
    }

    private static void earn(Player player, int tick) {
        Drop.Origin origin = new Drop.Origin("goblin", "1.0.0", 1, 0.5, tick, "goblin", tick);
        player.give("gold", 1 + tick % 3, List.of(new Drop.Source(origin, 1)));
        player.gain(1);
        if (tick % 5 == 0) {
            player.give("dagger", 1, List.of(new Drop.Source(origin, 1)));
        }
        if (player.worn().isEmpty() && tick % 7 == 0 && player.inventory().containsKey("dagger")) {
            player.wear(player.bag().stream()
                    .filter(stack -> stack.item().equals("dagger"))
                    .findFirst()
                    .orElseThrow()
                    .id());
        }
    }

    private static void say(FakeSeat seat, Player player) {
        Payload inventory = seat.sent("inventory").getLast();
        Map<?, ?> items = (Map<?, ?>) inventory.field("items");
        Map<?, ?> worn = (Map<?, ?>) inventory.field("equipment");
        Object gold = items.containsKey("gold") ? items.get("gold") : 0;
        long daggers = (items.get("dagger") instanceof Long some ? some : 0) + worn.size();
        System.out.println("told " + player.ledger().told().xp() + " " + gold + " " + daggers + ";");
        System.out.flush();
    }
}
