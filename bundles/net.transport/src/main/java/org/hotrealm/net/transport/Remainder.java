package org.hotrealm.net.transport;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads what is left of a refused body, within bounds, and drops it: a connection that is closed with bytes unread is reset
 * by the network, and the client may never see why it was refused.
 */
final class Remainder {

    /** A body longer than so many times the limit is not worth reading on. */
    private static final int TIMES = 8;

    private Remainder() {}

    /** Drops the rest of the body, then goes on; the request's own deadline holds. */
    static void drop(Request request, int limit, Runnable then) {
        long most = (long) limit * TIMES;
        if (request.getLength() > most) {
            then.run();
        } else {
            read(request, most, then);
        }
    }

    private static void read(Request request, long most, Runnable then) {
        long left = most;
        while (left > 0) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                long rest = left;
                request.demand(() -> read(request, rest, then));
                return;
            }
            boolean over = Content.Chunk.isFailure(chunk) || chunk.isLast();
            left -= chunk.remaining();
            chunk.release();
            if (over) {
                break;
            }
        }
        then.run();
    }
}
