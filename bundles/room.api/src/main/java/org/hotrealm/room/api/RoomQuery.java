package org.hotrealm.room.api;

import java.util.List;
import java.util.Objects;
import org.hotrealm.room.api.Matching.Order;
import org.jspecify.annotations.Nullable;

/**
 * Which rooms to find.
 *
 * @param name the type's name, or null for rooms of every type
 * @param conditions fields of the rooms' metadata or filter and the values they must have; a map
 * @param openOnly whether locked, full and private rooms are passed over
 * @param sortBy the order; empty for the oldest first
 * @param most how many at most
 */
public record RoomQuery(@Nullable String name, Payload conditions, boolean openOnly, List<Order> sortBy, int most) {

    /** Copies the list. */
    public RoomQuery {
        sortBy = List.copyOf(sortBy);
    }

    /** Up to 100 rooms of a type that would take a client by name, the oldest first. */
    public static RoomQuery open(String name) {
        return new RoomQuery(name, Payload.map(), true, List.of(), 100);
    }

    /** Every room of this node and all others, up to 10,000. */
    public static RoomQuery all() {
        return new RoomQuery(null, Payload.map(), false, List.of(), 10_000);
    }

    /** With a condition more. */
    public RoomQuery where(String field, @Nullable Object value) {
        return new RoomQuery(name, conditions.with(field, value), openOnly, sortBy, most);
    }

    /** In this order. */
    public RoomQuery sortedBy(Order... orders) {
        return new RoomQuery(name, conditions, openOnly, List.of(orders), most);
    }

    /** So many at most. */
    public RoomQuery first(int count) {
        return new RoomQuery(name, conditions, openOnly, sortBy, count);
    }

    /** Whether the room is one of them, whatever its place in the order. */
    public boolean matches(RoomEntry room) {
        return (name == null || name.equals(room.name()))
                && (!openOnly || room.open())
                && conditions.fields().entrySet().stream().allMatch(c -> has(room, c.getKey(), c.getValue()));
    }

    private static boolean has(RoomEntry room, String field, @Nullable Object value) {
        Object found = room.metadata().has(field)
                ? room.metadata().field(field)
                : room.filter().field(field);
        return Payload.same(found, value) || Objects.equals(found, value);
    }
}
