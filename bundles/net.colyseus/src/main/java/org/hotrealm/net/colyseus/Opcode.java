package org.hotrealm.net.colyseus;

/** First bytes of frames. */
final class Opcode {

    static final int JOIN_ROOM = 0x0a;
    static final int ERROR = 0x0b;
    static final int LEAVE_ROOM = 0x0c;
    static final int ROOM_DATA = 0x0d;
    static final int ROOM_STATE = 0x0e;
    static final int ROOM_STATE_PATCH = 0x0f;
    static final int ROOM_DATA_BYTES = 0x11;
    static final int PING = 0x12;
    static final int ROOM_INPUT_RELIABLE = 0x13;
    static final int ROOM_INPUT_UNRELIABLE = 0x14;
    static final int ROOM_REQUEST = 0x15;
    static final int ROOM_RESPONSE = 0x16;

    /** Beside the code: time stamps follow. */
    static final int TIMED = 0x80;

    private Opcode() {}
}
