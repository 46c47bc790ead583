package org.hotrealm.net.colyseus;

import java.util.concurrent.TimeUnit;
import org.hotrealm.net.api.Connection;

/** A connection without a seat: the SDK measures how far the server is. */
final class ProbeLine implements Line {

    private final Connection connection;
    private final RateLimit frames;
    private final long until;

    ProbeLine(Connection connection, Settings settings, long nowNanos) {
        this.connection = connection;
        this.frames = new RateLimit(settings.framesPerSecond(), nowNanos);
        this.until = nowNanos + TimeUnit.MILLISECONDS.toNanos(settings.probeMillis());
    }

    @Override
    public void frame(byte[] frame) {
        if (frames.spend(System.nanoTime())) {
            byte[] pong = ServerFrame.pong();
            connection.send(pong, 0, pong.length);
            connection.flush();
        } else {
            connection.close(CloseCode.WITH_ERROR, "too many frames");
        }
    }

    @Override
    public void text() {
        connection.close(CloseCode.WITH_ERROR, SeatLine.NO_TEXT);
    }

    @Override
    public void closed(int code) {
        // Nothing was kept for it.
    }

    @Override
    public void check(long nowNanos) {
        if (nowNanos - until > 0) {
            connection.close(CloseCode.NORMAL, "");
        }
    }
}
