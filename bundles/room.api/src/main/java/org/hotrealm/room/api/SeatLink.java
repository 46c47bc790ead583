package org.hotrealm.room.api;

import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Encoded;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The way from a seat to its client; the network layer implements it. Called on the room's thread, in order; must not
 * block. Everything handed over between two {@link #flush} calls may go out in one write.
 */
@ConsumerType
public interface SeatLink {

    /** Which generation of client listens; always the same for one link. */
    default Dialect dialect() {
        return Dialect.V18;
    }

    /**
     * The seat is taken.
     *
     * @param reconnectionToken the token with which the client may come back
     * @param handshake the state types in the codec's own bytes; null for a room without state
     */
    void joined(String reconnectionToken, byte @Nullable [] handshake);

    /** As {@link #joined(String, byte[])} in a room that takes inputs. Older clients are not offered any. */
    default void joined(String reconnectionToken, byte @Nullable [] handshake, InputOffer inputs) {
        joined(reconnectionToken, handshake);
    }

    /** The client did not get the seat; the link closes. */
    void refused(int code, String message);

    /** The full state; the first frame after the client's acknowledgement. */
    void state(Encoded full);

    /** What changed since the last patch. The same object goes to many links where they see the same. */
    void patch(Encoded patch);

    /**
     * As {@link #state} in a room that takes inputs.
     *
     * @param roomMillis the room's time
     * @param sequence the client's last input that is in this state; 0 for none
     */
    default void state(Encoded full, long roomMillis, long sequence) {
        state(full);
    }

    /** As {@link #patch} in a room that takes inputs; sent at every interval, also where nothing changed. */
    default void patch(Encoded patch, long roomMillis, long sequence) {
        patch(patch);
    }

    /** A message. Broadcasts hand the same object to every link, so its bytes can be made once. */
    void message(Message message);

    /** The answer to a request. */
    void answer(Answer answer);

    /** A protocol error; the connection stays. */
    void error(int code, String message);

    /** Closes the connection with this code after what was sent before. */
    void close(int code, String reason);

    /** Cuts the connection without a closing frame; {@link SeatInput#gone} follows. */
    void cut();

    /**
     * The room stands still for a swap. When this returns, the connection hands nothing more to the {@link SeatInput} it had and
     * has let go of it. It keeps what the client sends, within bounds, until it is {@linkplain #resumed resumed}; where {@link
     * Rooms} go meanwhile, it asks the next ones by {@link Rooms#resume}.
     */
    default void parked() {
        close(4010, "the room is being renewed; come back");
    }

    /**
     * The room runs on another node: what was kept and everything after it is to go there. The seat waits there for this
     * connection, or, where it has none yet, for its claim.
     *
     * @param nodeId the node's {@link Rooms#processId}
     */
    default void moved(String nodeId) {
        close(4010, "the room runs on another node; come back");
    }

    /** The room goes on: what was kept is handed to this input, in order, and everything after it. */
    default void resumed(SeatInput input) {
        input.gone();
    }

    /** End of a batch: what was handed over goes out. */
    void flush();

    /**
     * Whether the client reads more slowly than it is written to. While it does it is given no patches; what it missed comes
     * merged, or as a full state, once this is false again.
     */
    default boolean congested() {
        return false;
    }
}
