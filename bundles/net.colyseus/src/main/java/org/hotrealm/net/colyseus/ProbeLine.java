package org.hotrealm.net.colyseus;

import java.util.concurrent.TimeUnit;
import org.hotrealm.net.api.Connection;

/** A connection without a seat: the SDK measures how far the server is. */
final class ProbeLine implements Line {

    private final Connection connection;
    private final Breaches breaches;
    private final Allowance allowance;
    private final long until;

    ProbeLine(Connection connection, Breaches breaches, Settings settings, long nowNanos) {
        this.connection = connection;
        this.breaches = breaches;
        this.allowance = new Allowance(settings, nowNanos);
        this.until = nowNanos + TimeUnit.MILLISECONDS.toNanos(settings.probeMillis());
    }

    @Override
    public void frame(byte[] frame) {
        Rule broken = allowance.spend(frame.length, System.nanoTime());
        if (broken == null) {
            byte[] pong = ServerFrame.pong();
            connection.send(pong, 0, pong.length);
            connection.flush();
        } else {
            breach(broken, allowance.limit(broken));
        }
    }

    private void breach(Rule rule, String what) {
        breaches.add(rule, connection, what);
        connection.close(CloseCode.WITH_ERROR, what);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void failed() {
        connection.close(CloseCode.SERVER_ERROR, "the server failed on this connection");
    }

    @Override
    public void text(String text) {
        breach(Rule.TEXT, SeatLine.NO_TEXT);
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
