package org.hotrealm.room.api;

import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The inputs of one client, oldest first. What is taken is told to the client, which then knows up to where its prediction
 * is confirmed. Taking does not allocate. Room thread only.
 */
@ProviderType
public interface Inputs {

    /** How many wait. */
    int waiting();

    /**
     * Takes the oldest, or null for none. The object is used again: it holds until the next call.
     *
     * <p>What it holds went through {@link RoomType#sanitise}.
     */
    @Nullable
    StateObject next();

    /** An input of a client that does nothing: 0, false and empty texts. */
    StateObject idle();

    /** The newest that came, taken or not; {@link #idle} where none did on this connection. */
    StateObject latest();

    /** The number of the last one taken; 0 for none on this connection. */
    long sequence();

    /** What moment of the room the client showed at the last one taken, in milliseconds of room time; 0 for unknown. */
    long renderMillis();

    /** What moment the client reckoned with at the last one taken; 0 for unknown. */
    long reckonMillis();
}
