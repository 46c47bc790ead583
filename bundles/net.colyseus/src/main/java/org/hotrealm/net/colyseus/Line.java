package org.hotrealm.net.colyseus;

import org.hotrealm.net.api.Connection;

/** What a connection is for. Frames of one connection come one at a time. */
interface Line {

    /** The connection. */
    Connection connection();

    /** A binary frame. */
    void frame(byte[] frame);

    /** A text frame. */
    void text(String text);

    /** The connection is gone. */
    void closed(int code);

    /** To be called now and then, by another thread than the frames'. */
    void check(long nowNanos);

    /** Something failed on this side; the connection closes. */
    void failed();
}
