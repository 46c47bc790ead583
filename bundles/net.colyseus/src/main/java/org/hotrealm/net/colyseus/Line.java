package org.hotrealm.net.colyseus;

/** What a connection is for. Frames of one connection come one at a time. */
interface Line {

    /** A binary frame. */
    void frame(byte[] frame);

    /** A text frame. */
    void text();

    /** The connection is gone. */
    void closed(int code);

    /** To be called now and then, by another thread than the frames'. */
    void check(long nowNanos);
}
