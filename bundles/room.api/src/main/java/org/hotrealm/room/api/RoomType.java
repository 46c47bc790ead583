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

    /** How clients find rooms of this type by name. Asked for at each request; must not block. */
    default Matching matching() {
        return Matching.ANY;
    }

    /** The parts this version is composed of; asked for at creation and again after each rebind. */
    default List<RoomPart> parts() {
        return List.of();
    }

    /**
     * Decides whether a client may have a seat; called before the room is chosen or created, on a virtual thread, which
     * may block.
     *
     * @return what {@link Seat#auth()} gives later; an empty payload for none
     * @throws RefusedException to refuse the client with a code and a text
     */
    default Payload authenticate(JoinRequest request) throws RefusedException {
        return Payload.NONE;
    }

    /**
     * Fetches what {@link #create} needs, such as a level from a database; called before it on a virtual thread, which may
     * block.
     *
     * @return the options that {@link #create} gets
     * @throws RefusedException to refuse the options; the room is not made
     */
    default Payload prepare(Payload options) throws RefusedException {
        return options;
    }

    /**
     * Who decides, when a client connects, whether it may take its seat; null where {@link #authenticate} decides alone.
     */
    default @Nullable Admission admission() {
        return null;
    }

    /**
     * Makes the state of a new room and attaches what else it needs ({@link Room#attach}).
     *
     * @return the root of the synchronised state, or null for a room without one
     * @throws RefusedException to refuse the options; the room is not made
     */
    @Nullable
    StateObject create(Room room, Payload options) throws RefusedException;

    /**
     * Whether {@link #restore} can make an object again that this room attached. Asked before a swap touches anything: where
     * it is false for one of them, rooms of this type keep the bundles they depend on from being replaced.
     *
     * @param key the class it was attached under
     * @param parcel what its {@link Parked#park} gave
     */
    default boolean restores(Class<?> key, Parcel parcel) {
        return false;
    }

    /**
     * Makes the room again that stood still for a swap: attaches what {@link #create} had attached. Nobody is told, and the
     * next tick follows. Rooms that attach nothing need no method of their own.
     *
     * @return the root of the synchronised state: {@link ParkedRoom#state()}, whose objects clients know, or another
     * @throws RefusedException where it cannot be made again; the swap is undone then
     */
    default @Nullable StateObject restore(Room room, ParkedRoom from) throws RefusedException {
        if (!from.parcels().isEmpty()) {
            throw new RefusedException(
                    RefusedException.UNHANDLED,
                    "room type \"%s\" attaches %s, but has no restore method to make it again"
                            .formatted(name(), from.parcels().keySet()));
        }
        return from.state();
    }

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
     * @return how long the seat is kept for its return, up to {@link Held#UNTIL_RELEASED}; zero to treat it as having left
     */
    default Duration drop(Room room, Seat seat) {
        return Held.NOT;
    }

    /** The client is back on its seat within the time that {@link #drop} gave. */
    default void reconnect(Room room, Seat seat) {}

    /** The client has left for good; the seat ends when this returns. */
    void leave(Room room, Seat seat, boolean consented);

    /** One of the {@link RoomSettings#subSteps()} of a tick, before {@link #tick}. */
    default void step(Room room, Step step) {}

    /** One step of the room, {@link RoomSettings#tickMillis()} after the last. */
    default void tick(Room room, Tick tick) {}

    /**
     * Looks at an input before the room takes it, and puts right what is out of range: clients may send anything that the
     * type can hold.
     */
    default void sanitise(Room room, Seat seat, StateObject input) {}

    /** The state is about to be sent: the place for what is derived from the rest of it. */
    default void beforePatch(Room room) {}

    /** A timer set by {@link Room#after} or {@link Room#every} is due, or what {@link Room#later} began is done. */
    default void timer(Room room, Parcel due) {}

    /**
     * Another room or a service calls ({@link Matchmaking#call}).
     *
     * @return the answer
     * @throws RefusedException to refuse; the caller gets code and text
     */
    default Payload called(Room room, String method, Payload arguments) throws RefusedException {
        throw new RefusedException(
                RefusedException.NO_HANDLER, "room type \"%s\" answers no call \"%s\"".formatted(name(), method));
    }

    /** A behaviour of this room was replaced between two ticks; {@code from} is null where it was missing before. */
    default void rebound(Room room, Pin pin, @Nullable Pin from) {}

    /**
     * The server goes down; the clients are still there, nobody new comes. What {@link Room#later} is given here is waited
     * for before the clients are closed.
     */
    default void shutdown(Room room) {}

    /**
     * The room is about to move to another node: gives back what this node holds for it beside the room itself, such as a lock
     * in a store of this node. What {@link Room#later} is given here is waited for. Whatever is attached goes along by {@link
     * Parked#park} and {@link #restore}; where the move fails, the room goes on here by the same way.
     */
    default void moving(Room room) {}

    /** A hook of this room or one of its systems threw; it has been counted and logged. */
    default void failed(Room room, String hook, Throwable error) {}

    /** The room ends; nothing is called after this. */
    default void dispose(Room room) {}
}
