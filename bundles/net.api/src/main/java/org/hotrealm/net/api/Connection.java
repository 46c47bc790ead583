package org.hotrealm.net.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * An open WebSocket. The transport owns it; it outlives the {@link ConnectionHandler} that serves it. Any thread; nothing
 * blocks.
 */
@ProviderType
public interface Connection {

    /** Unique on this node, rising. */
    long id();

    /** The request that opened it. */
    HttpCall opening();

    /**
     * Queues one binary frame. The bytes must not change until it is written; where several connections get the same
     * array they share it.
     */
    void send(byte[] bytes, int offset, int length);

    /** Writes what is queued, in as few writes as the transport can. Sending alone does not promise to write. */
    void flush();

    /** Closes after what was sent before; further sends are dropped. The first close wins. */
    void close(int code, String reason);

    /** Cuts the connection without a closing frame. */
    void terminate();

    /** Whether frames can still be sent. */
    boolean isOpen();

    /** Bytes accepted by {@link #send} and not yet taken by the network: how slow the reader is. */
    long queuedBytes();

    /** Whether so much waits for the reader that more should be sent only where it has to be. */
    boolean congested();
}
