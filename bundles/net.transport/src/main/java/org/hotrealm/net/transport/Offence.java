package org.hotrealm.net.transport;

import java.util.Locale;

/** What a client can do wrong: each kind is counted for itself, and one flood hides no other in the log. */
enum Offence {
    /** Too many WebSockets in all. */
    CONNECTIONS,
    /** Too many connections of one address. */
    CONNECTIONS_OF_ADDRESS,
    /** A page that is not in the list of origins. */
    ORIGIN,
    /** A request that did not arrive in time, or a connection without one. */
    SLOW_REQUEST,
    /** A body beyond the limit. */
    BODY,
    /** A request that cannot be read or means two things. */
    REQUEST,
    /** A message beyond the limit. */
    MESSAGE_SIZE,
    /** Too many fragments. */
    FRAGMENTS,
    /** Requests that are refused again and again; the answers wait. */
    REFUSALS,
    /** Too many pings and pongs. */
    CONTROL_FRAMES,
    /** Frames against the WebSocket's rules. */
    FRAMING,
    /** Too much waits to be read. */
    SLOW_READER,
    /** Pings were not answered. */
    SILENT;

    /** The value of the label {@code kind} in the metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
