package org.hotrealm.net.colyseus;

import java.util.Locale;

/** What a client can break, told apart in the counters. */
enum Rule {
    /** A frame or payload that is none, or beyond the limits of a payload. */
    MALFORMED,
    /** Too many frames a second. */
    FRAMES,
    /** Too many bytes a second. */
    BYTES,
    /** A text frame. */
    TEXT,
    /** Too many matchmaking requests of an address; they are refused. */
    JOINS,
    /** No seat taken and acknowledged in time. */
    JOIN_TIME,
    /** Closed by its room with 4002: a message without a handler or against its rules, or too many waiting. */
    ROOM,
    /** Dropped by its room for reading too slowly. */
    SLOW,
    /** Something failed here that should not have; the client is closed, the others go on. */
    FAILURE;

    /** As a tag of a meter. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
