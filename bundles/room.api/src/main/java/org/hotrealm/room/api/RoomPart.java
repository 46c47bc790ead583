package org.hotrealm.room.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A reusable part of room types, such as a chat or a vote: hooks and messages of its own, listed in
 * {@link RoomType#parts()}. The same rules hold as for a {@link RoomType}: it owns nothing between ticks and every hook
 * runs on the room's thread.
 *
 * <p>Parts run in the order of the list: before the type when something begins (create, join, reconnect, tick), after it
 * and in reverse when something ends (drop, leave, shutdown, dispose). A part that throws is counted and the others go on,
 * but for {@link #create} and {@link #join}, where its refusal is the room's.
 */
@ConsumerType
public interface RoomPart {

    /** Its name in logs and failures, such as {@code chat}. */
    String name();

    /** Handlers it adds; a type that the room type or another part handles too is refused when the room is bound. */
    default Messages messages() {
        return Messages.NONE;
    }

    /** A room begins; its state is not there yet. */
    default void create(Room room, Payload options) throws RefusedException {}

    /** As {@link RoomType#restores}, for what this part attached. */
    default boolean restores(Class<?> key, Parcel parcel) {
        return false;
    }

    /** Attaches again what this part had attached before the room stood still; before the type's own restore. */
    default void restore(Room room, ParkedRoom from) throws RefusedException {}

    /** A client has taken its seat. */
    default void join(Room room, Seat seat, Payload options) throws RefusedException {}

    /** The client's connection is gone without its consent. */
    default void drop(Room room, Seat seat) {}

    /** The client is back. */
    default void reconnect(Room room, Seat seat) {}

    /** The client has left for good. */
    default void leave(Room room, Seat seat, boolean consented) {}

    /** One step of the room. */
    default void tick(Room room, Tick tick) {}

    /**
     * A timer is due.
     *
     * @return whether it was this part's; the others and the type are not asked then
     */
    default boolean timer(Room room, Parcel due) {
        return false;
    }

    /** The server goes down; the clients are still there. */
    default void shutdown(Room room) {}

    /** As {@link RoomType#moving}, for what this part holds. */
    default void moving(Room room) {}

    /** The room ends. */
    default void dispose(Room room) {}
}
