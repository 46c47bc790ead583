package org.hotrealm.room.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.cluster.api.RoomListing;
import org.hotrealm.room.api.Matching.Order;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RoomEntry;
import org.jspecify.annotations.Nullable;

/** Rooms as they are listed: read from a room of this node or from the cluster, and put in order. */
final class Entries {

    private static final Comparator<RoomEntry> OLDEST =
            Comparator.comparingLong(RoomEntry::createdAt).thenComparing(RoomEntry::roomId);

    private Entries() {}

    static RoomEntry of(ActiveRoom room) {
        Shown shown = room.shown();
        return new RoomEntry(
                room.id(),
                room.type(),
                room.host().processId(),
                null,
                room.seatTable().taken(),
                shown.maxClients,
                shown.locked,
                shown.byIdOnly,
                shown.unlisted || !shown.listed,
                shown.createdAt,
                shown.filter,
                shown.metadata);
    }

    static RoomEntry of(RoomListing listing) {
        return new RoomEntry(
                listing.roomId(),
                listing.name(),
                listing.nodeId(),
                listing.address(),
                listing.clients(),
                listing.maxClients(),
                listing.locked(),
                listing.byIdOnly(),
                listing.unlisted(),
                listing.createdAt(),
                read(listing.filter()),
                read(listing.metadata()));
    }

    static RoomListing listing(ActiveRoom room, String processId, String address) {
        RoomEntry entry = of(room);
        return new RoomListing(
                entry.roomId(),
                entry.name(),
                processId,
                address,
                entry.clients(),
                entry.maxClients(),
                entry.locked(),
                entry.byIdOnly(),
                entry.unlisted(),
                entry.createdAt(),
                write(entry.filter()),
                write(entry.metadata()));
    }

    private static Map<String, String> write(Payload fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.fields().forEach((name, value) -> texts.put(name, ListingText.write(value)));
        return texts;
    }

    private static Payload read(Map<String, String> texts) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        texts.forEach((name, text) -> fields.put(name, ListingText.read(text)));
        return Payload.of(fields);
    }

    /** The order asked for, then the oldest first. */
    static Comparator<RoomEntry> order(List<Order> orders) {
        Comparator<RoomEntry> all = (one, other) -> 0;
        for (Order order : orders) {
            Comparator<RoomEntry> next =
                    (one, other) -> compare(value(one, order.field()), value(other, order.field()));
            all = all.thenComparing(order.descending() ? next.reversed() : next);
        }
        return all.thenComparing(OLDEST);
    }

    private static @Nullable Object value(RoomEntry room, String field) {
        return switch (field) {
            case "clients" -> (long) room.clients();
            case "maxClients" -> (long) room.maxClients();
            case "createdAt" -> room.createdAt();
            default ->
                room.metadata().has(field)
                        ? room.metadata().field(field)
                        : room.filter().field(field);
        };
    }

    /** Numbers before texts before what is missing. */
    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        int byKind = Integer.compare(kind(one), kind(other));
        return byKind != 0 ? byKind : String.valueOf(one).compareTo(String.valueOf(other));
    }

    private static int kind(@Nullable Object value) {
        return value == null ? 2 : value instanceof Number ? 0 : 1;
    }
}
