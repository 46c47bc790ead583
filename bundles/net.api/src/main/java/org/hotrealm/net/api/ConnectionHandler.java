package org.hotrealm.net.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Serves WebSockets; a service. Frames of one connection arrive in order, one at a time. While no handler is registered
 * the transport keeps connections open and frames waiting, within bounds; a handler that comes later gets the open ones
 * by {@link #adopted}.
 */
@ConsumerType
public interface ConnectionHandler {

    /** A new connection. */
    void opened(Connection connection);

    /** A connection that was opened for an earlier handler. */
    void adopted(Connection connection);

    /** A binary frame; the array is the handler's to keep. */
    void frame(Connection connection, byte[] frame);

    /** A text frame, which no Colyseus client sends. */
    void text(Connection connection, String text);

    /** The connection is gone. The code is 1006 where none was given, 1005 for a closing frame without one. */
    void closed(Connection connection, int code, String reason);
}
