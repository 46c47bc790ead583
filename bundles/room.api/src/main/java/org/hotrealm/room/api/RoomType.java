package org.hotrealm.room.api;

import java.time.Duration;
import java.util.List;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of room, registered as a service. Clients ask for it by {@linkplain #name() name}. The type itself is a
 * behaviour of the system {@code room.<name>}: it holds no state, so a room changes to another version between ticks.
 *
 * <p>All hooks run on the room's thread, one at a time. A hook that throws hurts only its room: the error is logged and
 * counted and shows in health. Blocking work belongs on another thread (see {@link Room#later}).
 */
@ConsumerType
public interface RoomType extends Behaviour {

    /** The name clients join by, such as {@code realm}: letters, digits, {@code _} and {@code -}. */
    String name();

    @Override
    default String system() {
        return "room." + name();
    }

    /** Rates and limits of a new room of this type. Asked for once per room, when it is created. */
    RoomSettings settings();

    /** What clients send as input, or null for a room without inputs. Asked for once per room, when it is created. */
    default @Nullable InputSettings inputs() {
        return null;
    }

    /** The names of the systems, beside the type itself, that rooms of this type pin, such as {@code monsters}. */
    default List<String> systems() {
        return List.of();
    }

    /**
     * Decides whether a client may have a seat; called before the room is chosen or created, on no room's thread.
     *
     * @return what {@link Seat#auth()} gives later; an empty payload for none
     * @throws RefusedException to refuse the client with a code and a text
     */
    default Payload authenticate(JoinRequest request) throws RefusedException {
        return Payload.NONE;
    }

    /**
     * Makes the state of a new room and attaches what else it needs ({@link Room#attach}).
     *
     * @return the root of the synchronised state, or null for a room without one
     * @throws RefusedException to refuse the options; the room is not made
     */
    @Nullable
    StateObject create(Room room, Payload options) throws RefusedException;

    /** The handlers of this version. Asked for at creation and again after each rebind; never kept across one. */
    Messages messages();

    /**
     * A client has taken its seat. What is sent to it here arrives after the full state.
     *
     * @throws RefusedException to turn the client away with a code and a text
     */
    void join(Room room, Seat seat, Payload options) throws RefusedException;

    /**
     * The client's connection is gone without its consent.
     *
     * @return how long the seat is kept for its return; zero to treat it as having left
     */
    default Duration drop(Room room, Seat seat) {
        return Duration.ZERO;
    }

    /** The client is back on its seat within the time that {@link #drop} gave. */
    default void reconnect(Room room, Seat seat) {}

    /** The client has left for good; the seat ends when this returns. */
    void leave(Room room, Seat seat, boolean consented);

    /** One step of the room, {@link RoomSettings#tickMillis()} after the last. */
    default void tick(Room room, Tick tick) {}

    /**
     * Looks at an input before the room takes it, and puts right what is out of range: clients may send anything that the
     * type can hold.
     */
    default void sanitise(Room room, Seat seat, StateObject input) {}

    /** A timer set by {@link Room#after} is due. */
    default void timer(Room room, Parcel due) {}

    /** A behaviour of this room was replaced between two ticks; {@code from} is null where it was missing before. */
    default void rebound(Room room, Pin pin, @Nullable Pin from) {}

    /** The room ends; nothing is called after this. */
    default void dispose(Room room) {}
}
