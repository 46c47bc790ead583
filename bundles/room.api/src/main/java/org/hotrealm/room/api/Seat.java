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

    /** False between a drop and the client's return. */
    boolean connected();

    /** Sends one message; queued until the client has the full state; dropped while it is away. */
    void send(String type, Payload payload);

    /** Sends raw bytes under a type. The array must not be changed afterwards. */
    void sendBytes(String type, byte[] bytes);

    /** Sends a protocol error; the connection stays. */
    void error(int code, String message);

    /** Closes the client with this code (3000 to 4999, or 1000) and ends the seat. */
    void close(int code, String reason);

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
