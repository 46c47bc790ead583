package org.hotrealm.realm.zone;

import java.util.Locale;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.InvalidPayload;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.jspecify.annotations.Nullable;

/** Turns what clients send into intents. Checks the form only; whether a wish is granted the tick's phases decide. */
final class Wishes {

    private static final long MOST_ID = Integer.MAX_VALUE;
    private static final long MOST_SEQ = 0xFFFF_FFFFL;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 200;

    private Wishes() {}

    static Messages table() {
        return Messages.of()
                .on("move", Wishes::move)
                .on("use", Wishes::use)
                .on("pickup", Wishes::pickUp)
                .on("consume", Wishes::consume)
                .on("equip", Wishes::equip)
                .on("unequip", Wishes::unequip)
                .on("discard", Wishes::discard)
                .on("say", Wishes::say)
                .on("respawn", (room, seat, message) -> submit(room, new Intent.Return(self(room, seat))))
                .answer("explain", Wishes::explain)
                .answer("inspect", Wishes::inspect)
                .build();
    }

    private static void move(Room room, Seat seat, Message message) throws RefusedException {
        Payload p = message.payload();
        submit(
                room,
                new Intent.Walk(
                        self(room, seat),
                        p.number("x", -1.001, 1.001),
                        p.number("y", -1.001, 1.001),
                        p.whole("seq", 0, MOST_SEQ)));
    }

    private static void use(Room room, Seat seat, Message message) throws RefusedException {
        Payload p = message.payload();
        World world = room.attached(World.class);
        int self = self(room, seat);
        String skill = p.text("skill", LONGEST_ID);
        int target = p.has("target") ? (int) p.whole("target", 0, MOST_ID) : 0;
        @Nullable Actor aim = world.actor(target == 0 ? self : target);
        double x = p.has("x") ? p.number("x", -1_000, 1_000) : aim == null ? 0 : aim.x();
        double y = p.has("y") ? p.number("y", -1_000, 1_000) : aim == null ? 0 : aim.y();
        submit(room, new Intent.Use(self, skill, target, x, y));
    }

    private static void pickUp(Room room, Seat seat, Message message) throws RefusedException {
        int drop = (int) message.payload().whole("drop", 0, MOST_ID);
        submit(room, new Intent.PickUp(self(room, seat), drop));
    }

    private static void consume(Room room, Seat seat, Message message) throws RefusedException {
        String item = message.payload().text("item", LONGEST_ID);
        submit(room, new Intent.Consume(self(room, seat), item));
    }

    private static void equip(Room room, Seat seat, Message message) throws RefusedException {
        Payload p = message.payload();
        ItemDef.@Nullable Slot slot = p.has("slot") ? slot(p) : null;
        submit(room, new Intent.Equip(self(room, seat), slot, p.text("item", LONGEST_ID)));
    }

    private static void unequip(Room room, Seat seat, Message message) throws RefusedException {
        submit(room, new Intent.Unequip(self(room, seat), slot(message.payload())));
    }

    private static ItemDef.Slot slot(Payload payload) {
        String name = payload.text("slot", LONGEST_ID);
        for (ItemDef.Slot slot : ItemDef.Slot.values()) {
            if (slot.name().toLowerCase(Locale.ROOT).equals(name)) {
                return slot;
            }
        }
        throw new InvalidPayload("slot", name, "weapon, armour or trinket is needed");
    }

    private static void discard(Room room, Seat seat, Message message) throws RefusedException {
        Payload p = message.payload();
        int quantity = p.has("quantity") ? (int) p.whole("quantity", 1, MOST_ID) : 1;
        submit(room, new Intent.Discard(self(room, seat), p.text("item", LONGEST_ID), quantity));
    }

    private static Payload inspect(Room room, Seat seat, Message message) throws RefusedException {
        World world = room.attached(World.class);
        Player player = world.player(seat.sessionId());
        if (player == null) {
            throw new RefusedException(RefusedException.APPLICATION_ERROR, "you have no character in this realm");
        }
        return Provenance.of(world, player, message.payload().text("item", LONGEST_ID));
    }

    private static void say(Room room, Seat seat, Message message) throws RefusedException {
        String text = message.payload().text("text", LONGEST_TEXT).strip();
        submit(room, new Intent.Say(self(room, seat), Names.plain("text", text)));
    }

    private static Payload explain(Room room, Seat seat, Message message) throws RefusedException {
        if (!Operators.holds(seat)) {
            throw new RefusedException(
                    RefusedException.APPLICATION_ERROR, "only operators may ask a monster why it does what it does");
        }
        World world = room.attached(World.class);
        int self = self(room, seat);
        return Explanation.of(world, self, (int) message.payload().whole("monster", 0, MOST_ID));
    }

    private static void submit(Room room, Intent intent) {
        room.attached(World.class).submit(intent);
    }

    private static int self(Room room, Seat seat) throws RefusedException {
        Player player = room.attached(World.class).player(seat.sessionId());
        if (player == null) {
            throw new RefusedException(RefusedException.APPLICATION_ERROR, "you have no character in this realm");
        }
        return player.id();
    }
}
