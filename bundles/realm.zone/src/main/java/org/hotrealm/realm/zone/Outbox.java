package org.hotrealm.realm.zone;

import java.util.List;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.jspecify.annotations.Nullable;

/** Tells the clients what happened in the tick: each event to those in whose sight it was, private ones to their own. */
final class Outbox {

    private Outbox() {}

    static void send(Room room, World world) {
        List<Event> events = world.events();
        for (int i = 0; i < events.size(); i++) {
            send(room, world, events.get(i));
        }
        List<Player> players = world.players();
        for (int i = 0; i < players.size(); i++) {
            Player player = players.get(i);
            tellWhatIsStored(room, world, player);
        }
    }

    /** News of what a player earned, kept back until it was stored, and its bag as it is told. */
    private static void tellWhatIsStored(Room room, World world, Player player) {
        List<Event> news = player.ledger().tellable();
        for (int i = 0; i < news.size(); i++) {
            tell(room, world, player, news.get(i));
        }
        if (player.ledger().inventoryTick() == world.tick().number()) {
            to(room, player, "inventory", Welcome.inventory(world, player));
        }
    }

    private static void send(Room room, World world, Event event) {
        @Nullable Actor about = world.actor(event.actor());
        if (about instanceof Player player
                && earned(event)
                && !player.ledger().key().isEmpty()) {
            player.ledger().withhold(event);
        } else {
            tell(room, world, about, event);
        }
    }

    /** Whether it tells of progress. */
    private static boolean earned(Event event) {
        return event instanceof Event.PickedUp || event instanceof Event.Gained || event instanceof Event.Levelled;
    }

    private static void tell(Room room, World world, @Nullable Actor about, Event event) {
        switch (event) {
            case Event.Refused e -> own(room, about, "refused", Payload.map("wish", e.wish(), "reason", e.reason()));
            case Event.Gained e -> own(room, about, "gained", Payload.map("xp", e.xp(), "from", e.from()));
            case Event.Cooling e -> own(room, about, "cooldown", Telling.payload(e, about));
            default -> around(room, world, about, event);
        }
    }

    /** The payload is made once, for the first who is near; what nobody sees costs nothing. */
    private static void around(Room room, World world, @Nullable Actor about, Event event) {
        if (about == null) {
            return;
        }
        double sight = world.content().realm().sightTiles();
        List<Player> players = world.players();
        @Nullable Payload payload = null;
        for (int i = 0; i < players.size(); i++) {
            Player player = players.get(i);
            if (player.connected() && player.distance(about) <= sight) {
                payload = payload == null ? Telling.payload(event, about) : payload;
                to(room, player, Telling.type(event), payload);
            }
        }
    }

    private static void own(Room room, @Nullable Actor about, String type, Payload payload) {
        if (about instanceof Player player) {
            to(room, player, type, payload);
        }
    }

    private static void to(Room room, Player player, String type, Payload payload) {
        @Nullable Seat seat = room.seat(player.sessionId());
        if (seat != null && seat.connected()) {
            seat.send(type, payload);
        }
    }
}
