package org.hotrealm.room.api;

import java.util.Map;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/**
 * What a room was before it stood still: for {@link RoomType#restore}. Seats, timers, the clock and the random numbers are in
 * the room again already.
 *
 * @param state the synchronised state; null for a room without one
 * @param parcels what was attached, by the name of the class it was attached under
 */
public record ParkedRoom(@Nullable StateObject state, Map<String, Parcel> parcels) {

    /** Copies the map. */
    public ParkedRoom {
        parcels = Map.copyOf(parcels);
    }

    /** What was attached under this class, or null. */
    public @Nullable Parcel parcel(Class<?> key) {
        return parcels.get(key.getName());
    }
}
