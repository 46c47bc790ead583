package org.hotrealm.realm.zone;

import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Event;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;

/** Events as messages: their types and payloads. */
final class Telling {

    private Telling() {}

    static String type(Event event) {
        return switch (event) {
            case Event.Hurt e -> "hurt";
            case Event.Healed e -> "healed";
            case Event.Died e -> "died";
            case Event.Returned e -> "returned";
            case Event.CastBegun e -> "cast";
            case Event.CastLanded e -> "landed";
            case Event.CastBroken e -> "broken";
            case Event.Shielded e -> "shielded";
            case Event.Afflicted e -> "status";
            case Event.Knocked e -> "knocked";
            case Event.Dashed e -> "dashed";
            case Event.Cooling e -> "cooldown";
            case Event.Refused e -> "refused";
            case Event.Dropped e -> "dropped";
            case Event.PickedUp e -> "picked";
            case Event.Consumed e -> "consumed";
            case Event.Gained e -> "gained";
            case Event.Levelled e -> "level";
            case Event.Said e -> "said";
        };
    }

    static Payload payload(Event event, @Nullable Actor about) {
        int id = event.actor();
        return switch (event) {
            case Event.Hurt e -> Payload.map("id", id, "source", e.source(), "skill", e.skill(), "amount", e.amount());
            case Event.Healed e ->
                Payload.map("id", id, "source", e.source(), "skill", e.skill(), "amount", e.amount());
            case Event.Died e -> Payload.map("id", id, "killer", e.killer());
            case Event.Returned e -> Payload.map("id", id);
            case Event.CastBegun e ->
                Payload.map(
                        "id", id, "skill", e.skill(), "target", e.target(), "x", e.x(), "y", e.y(), "ticks", e.lands());
            case Event.CastLanded e ->
                Payload.map("id", id, "skill", e.skill(), "target", e.target(), "x", e.x(), "y", e.y());
            case Event.CastBroken e -> Payload.map("id", id, "skill", e.skill(), "reason", e.reason());
            case Event.Shielded e ->
                Payload.map("id", id, "source", e.source(), "skill", e.skill(), "amount", e.amount());
            case Event.Afflicted e ->
                Payload.map("id", id, "status", e.status(), "skill", e.skill(), "kind", kind(e), "gained", e.gained());
            case Event.Knocked e ->
                Payload.map("id", id, "source", e.source(), "x", e.x(), "y", e.y(), "ticks", e.ticks());
            case Event.Dashed e ->
                Payload.map("id", id, "skill", e.skill(), "x", e.x(), "y", e.y(), "ticks", e.ticks());
            case Event.Cooling e -> Payload.map("skill", e.skill(), "ticks", e.ticks(), "global", e.global());
            case Event.Refused e -> Payload.map("wish", e.wish(), "reason", e.reason());
            case Event.Dropped e -> Payload.map("id", id, "drop", e.drop(), "item", e.item(), "quantity", e.quantity());
            case Event.PickedUp e ->
                Payload.map("id", id, "drop", e.drop(), "item", e.item(), "quantity", e.quantity());
            case Event.Consumed e -> Payload.map("id", id, "item", e.item());
            case Event.Gained e -> Payload.map("xp", e.xp(), "from", e.from());
            case Event.Levelled e -> Payload.map("id", id, "level", e.level());
            case Event.Said e -> Payload.map("id", id, "name", about == null ? "" : about.name(), "text", e.text());
        };
    }

    @SuppressWarnings("EnumOrdinal") // the order of kinds is that of the wire
    private static int kind(Event.Afflicted event) {
        return event.kind().ordinal();
    }
}
