package org.hotrealm.room.api;

import org.osgi.annotation.versioning.ProviderType;

/** The way from a connection to its seat; the room engine implements it. Any one thread at a time; never blocks. */
@ProviderType
public interface SeatInput {

    /** The client is ready for the full state. */
    void acknowledged();

    /** A message of the client. */
    void message(Message message);

    /** A request of the client; answered by {@link SeatLink#answer} with the same id. */
    void request(long id, Message message);

    /** An input of the client, for a room that offered to take them. Waits for the room's next tick. */
    void input(InputDelta input);

    /** The client asked to leave; the link is closed with 4000. */
    void leave();

    /**
     * The connection stays, but another link will serve it in a moment and ask by {@link Rooms#resume}: this one is not used any
     * more once the room has got to it. What the room has for the client waits. Nothing may be called after this.
     */
    default void parked() {
        gone();
    }

    /** The connection is gone without consent. Nothing may be called after this. */
    void gone();
}
