package org.hotrealm.realm.world;

import java.util.List;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Flight;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Path;
import org.hotrealm.realm.api.Push;
import org.hotrealm.realm.api.Status;
import org.jspecify.annotations.Nullable;

/** The api's records as bytes. */
final class Codec {

    private Codec() {}

    static void cast(ByteWriter out, @Nullable Cast cast) {
        out.flag(cast != null);
        if (cast != null) {
            out.text(cast.skill()).whole(cast.target()).real(cast.x()).real(cast.y());
            out.whole(cast.begun()).whole(cast.lands());
        }
    }

    static @Nullable Cast cast(ByteReader in) {
        return in.flag() ? new Cast(in.text(), in.integer(), in.real(), in.real(), in.whole(), in.whole()) : null;
    }

    static void push(ByteWriter out, @Nullable Push push) {
        out.flag(push != null);
        if (push != null) {
            out.real(push.velocityX()).real(push.velocityY()).whole(push.until());
        }
    }

    static @Nullable Push push(ByteReader in) {
        return in.flag() ? new Push(in.real(), in.real(), in.whole()) : null;
    }

    static void status(ByteWriter out, Status status) {
        out.text(status.id()).text(status.skill()).whole(Wire.number(status.kind()));
        out.whole(status.source()).text(status.attribute()).real(status.amount());
        out.whole(status.stacks()).whole(status.every()).flag(status.pierces());
        out.whole(status.begun()).whole(status.ends());
    }

    static Status status(ByteReader in) {
        return new Status(
                in.text(),
                in.text(),
                in.of(Status.Kind.class),
                in.integer(),
                in.text(),
                in.real(),
                in.integer(),
                in.integer(),
                in.flag(),
                in.whole(),
                in.whole());
    }

    static void path(ByteWriter out, @Nullable Path path) {
        out.flag(path != null);
        if (path == null) {
            return;
        }
        out.whole(path.xs().length).whole(path.next());
        for (int i = 0; i < path.xs().length; i++) {
            out.real(path.xs()[i]).real(path.ys()[i]);
        }
    }

    static @Nullable Path path(ByteReader in) {
        if (!in.flag()) {
            return null;
        }
        int length = in.count();
        int next = in.integer();
        double[] xs = new double[length];
        double[] ys = new double[length];
        for (int i = 0; i < length; i++) {
            xs[i] = in.real();
            ys[i] = in.real();
        }
        return new Path(xs, ys, next);
    }

    static void drop(ByteWriter out, Drop drop) {
        out.whole(drop.id()).text(drop.item()).whole(drop.quantity());
        out.real(drop.x()).real(drop.y()).perhaps(drop.owner());
        out.whole(drop.freeAt()).whole(drop.goneAt());
        ProgressCodec.sources(out, drop.sources());
    }

    /** Schema 1 knew one origin. */
    static Drop drop(ByteReader in) {
        int id = in.integer();
        String item = in.text();
        int quantity = in.integer();
        double x = in.real();
        double y = in.real();
        String owner = in.perhaps();
        long freeAt = in.whole();
        long goneAt = in.whole();
        List<Drop.Source> sources =
                in.schema() == 1 ? List.of(new Drop.Source(origin(in), quantity)) : ProgressCodec.sources(in);
        return new Drop(id, item, quantity, x, y, owner, freeAt, goneAt, sources);
    }

    static void origin(ByteWriter out, Drop.Origin origin) {
        out.text(origin.table()).text(origin.version()).whole(origin.revision()).real(origin.roll());
        out.whole(origin.monster()).text(origin.kind()).whole(origin.tick());
    }

    static Drop.Origin origin(ByteReader in) {
        return new Drop.Origin(in.text(), in.text(), in.whole(), in.real(), in.integer(), in.text(), in.whole());
    }

    static void intent(ByteWriter out, Intent intent) {
        switch (intent) {
            case Intent.Walk w ->
                out.whole(1)
                        .whole(w.actor())
                        .real(w.directionX())
                        .real(w.directionY())
                        .whole(w.seq());
            case Intent.Use u ->
                out.whole(2)
                        .whole(u.actor())
                        .text(u.skill())
                        .whole(u.target())
                        .real(u.x())
                        .real(u.y());
            case Intent.PickUp p -> out.whole(3).whole(p.actor()).whole(p.drop());
            case Intent.Consume c -> out.whole(4).whole(c.actor()).text(c.item());
            case Intent.Return r -> out.whole(6).whole(r.actor());
            case Intent.Equip e ->
                out.whole(7).whole(e.actor()).whole(slot(e.slot())).text(e.item());
            case Intent.Unequip e -> out.whole(8).whole(e.actor()).whole(Wire.number(e.slot()));
            case Intent.Discard d ->
                out.whole(9).whole(d.actor()).text(d.item()).whole(d.quantity());
            case Intent.Say s -> out.whole(5).whole(s.actor()).text(s.text());
        }
    }

    static Intent intent(ByteReader in) {
        int kind = in.integer();
        int actor = in.integer();
        return switch (kind) {
            case 1 -> new Intent.Walk(actor, in.real(), in.real(), in.whole());
            case 2 -> new Intent.Use(actor, in.text(), in.integer(), in.real(), in.real());
            case 3 -> new Intent.PickUp(actor, in.integer());
            case 4 -> new Intent.Consume(actor, in.text());
            case 5 -> new Intent.Say(actor, in.text());
            case 6 -> new Intent.Return(actor);
            case 7 -> new Intent.Equip(actor, slot(in), in.text());
            case 8 -> new Intent.Unequip(actor, in.of(ItemDef.Slot.class));
            case 9 -> new Intent.Discard(actor, in.text(), in.integer());
            default -> throw in.broken("intent number " + kind);
        };
    }

    /** A slot as a number from 1; 0 for none. */
    private static int slot(ItemDef.@Nullable Slot slot) {
        return slot == null ? 0 : Wire.number(slot) + 1;
    }

    private static ItemDef.@Nullable Slot slot(ByteReader in) {
        int number = in.integer();
        ItemDef.Slot[] all = ItemDef.Slot.values();
        if (number < 0 || number > all.length) {
            throw in.broken("slot number " + number);
        }
        return number == 0 ? null : all[number - 1];
    }

    static void effect(ByteWriter out, Effect effect) {
        switch (effect) {
            case Effect.Damage d ->
                out.whole(1).whole(d.source()).whole(d.target()).text(d.skill()).whole(d.amount());
            case Effect.Heal h ->
                out.whole(2).whole(h.source()).whole(h.target()).text(h.skill()).whole(h.amount());
        }
    }

    static Effect effect(ByteReader in) {
        int kind = in.integer();
        return switch (kind) {
            case 1 -> new Effect.Damage(in.integer(), in.integer(), in.text(), in.integer());
            case 2 -> new Effect.Heal(in.integer(), in.integer(), in.text(), in.integer());
            default -> throw in.broken("effect number " + kind);
        };
    }

    static void flight(ByteWriter out, Flight flight) {
        out.whole(flight.source()).text(flight.skill()).whole(flight.target());
        out.real(flight.x()).real(flight.y()).whole(flight.launched()).whole(flight.lands());
    }

    static Flight flight(ByteReader in) {
        return new Flight(in.integer(), in.text(), in.integer(), in.real(), in.real(), in.whole(), in.whole());
    }
}
