package org.hotrealm.room.engine;

import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.SeatInput;

/** Where the connection of a room that is not here leads. */
enum NoSeat implements SeatInput {
    /** The only one. */
    INSTANCE;

    @Override
    public void acknowledged() {}

    @Override
    public void message(Message message) {}

    @Override
    public void request(long id, Message message) {}

    @Override
    public void input(InputDelta input) {}

    @Override
    public void leave() {}

    @Override
    public void gone() {}
}
