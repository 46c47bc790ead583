package org.hotrealm.room.engine;

import org.hotrealm.room.api.Message;

/** A client's message on its way to the room. {@code request} is -1 for one that asks for no answer. */
record Inbound(RoomSeat seat, Message message, long request) {}
