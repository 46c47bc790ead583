package org.hotrealm.room.engine;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.RoomEntry;
import org.jspecify.annotations.Nullable;

/** What a room has done elsewhere, and how it comes home: as data, on the room's thread. */
final class Errands {

    private final ActiveRoom room;

    Errands(ActiveRoom room) {
        this.room = room;
    }

    void later(String kind, Callable<byte[]> work) {
        room.ending().works().begun();
        room.host().later(kind, work, this::home);
    }

    void when(String kind, CompletionStage<?> result) {
        room.ending().works().begun();
        result.whenComplete((value, failure) -> home(
                failure == null
                        ? Parcel.of(kind, payload(value))
                        : Parcel.of(kind + ".failed", failure(unwrap(failure)))));
    }

    private void home(Parcel parcel) {
        room.loop().post(() -> {
            room.hooks().timer(parcel);
            room.ending().works().ended();
        });
    }

    /** What goes to a room as the reason of a failure. */
    static Payload failure(Throwable failure) {
        return failure instanceof RefusedException refused
                ? Payload.map("code", refused.code(), "message", refused.text())
                : Payload.map("code", RefusedException.UNHANDLED, "message", String.valueOf(failure));
    }

    static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static Payload payload(@Nullable Object value) {
        return switch (value) {
            case null -> Payload.NONE;
            case Payload payload -> payload;
            case Reservation seat -> seat.payload();
            case RoomEntry entry -> entry.payload();
            case List<?> list ->
                Payload.of(list.stream().map(item -> payload(item).value()).toList());
            default -> Payload.of(value);
        };
    }
}
