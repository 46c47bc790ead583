package org.hotrealm.room.api;

import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** One client's place in a room. It outlives the connection while the client may come back. Room thread only. */
@ProviderType
public interface Seat {

    /** The identity of the client in this room: 9 characters, never used for another client. */
    String sessionId();

    /** What {@link RoomType#authenticate} returned. */
    Payload auth();

    /** The client's network address when it asked for the seat; empty where a room or a service asked. */
    String address();

    /** The token with which the client may come back; empty before it has joined. Changes whenever it connects. */
    String reconnectionToken();

    /** What the room keeps about this client; {@link Payload#NONE} at first. */
    Payload data();

    /** Keeps something about this client for as long as the seat lasts, across swaps. */
    void data(Payload kept);

    /** False between a drop and the client's return. */
    boolean connected();

    /** Sends one message; queued until the client has the full state; dropped while it is away. */
    void send(String type, Payload payload);

    /** As {@link #send}, but after the next patch, so that the client knows what the message is about. */
    void sendAfterPatch(String type, Payload payload);

    /** Sends raw bytes under a type. The array must not be changed afterwards. */
    void sendBytes(String type, byte[] bytes);

    /**
     * Answers a request that a handler of {@link Messages.Builder#later} took; an id that is none of this seat's or was
     * answered before is passed over.
     */
    void answer(long request, Payload payload);

    /** Rejects such a request with a reason. */
    void reject(long request, Payload reason);

    /** Sends a protocol error; the connection stays. */
    void error(int code, String message);

    /**
     * Closes the client with this code (3000 to 4999, or 1000) and ends the seat. Only 4010 asks it to come back: its seat
     * goes through its drop hook.
     */
    void close(int code, String reason);

    /** Ends the seat of a client that is away, before its time; passed over where it is connected. */
    void release();

    /**
     * Sends the client on to another room on whichever node: a seat is reserved there under the same session id and auth,
     * and the client is told by a message {@code travel} whose payload is the reservation, for
     * {@code consumeSeatReservation}. When the client has arrived, its seat here ends with code 4000 and reason
     * {@code travelled}; where it never arrives it stays. A refusal comes back as timer {@code travel.failed} with
     * {@code {sessionId, code, message}}.
     *
     * @param roomId where to
     * @param carry what {@link RoomType#join} gets there as options
     */
    void travel(String roomId, Payload carry);

    /** Cuts the connection without a closing frame, as a failing network does; the seat goes through its drop hook. */
    void cut();

    /** The client's filter on view-tagged state, made at the first call; null for a room without state. */
    @Nullable
    StateView view();

    /**
     * What this client sent as input.
     *
     * @throws IllegalStateException in a room whose type declares no {@link RoomType#inputs}
     */
    default Inputs inputs() {
        throw new IllegalStateException("this seat takes no inputs: declare them by RoomType.inputs");
    }
}
