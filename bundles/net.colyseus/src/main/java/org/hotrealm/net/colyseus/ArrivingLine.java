package org.hotrealm.net.colyseus;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotrealm.net.api.Connection;
import org.hotrealm.room.api.Payload;

/** A line that comes from another node and has not said yet how far it has come, which is its first frame. */
final class ArrivingLine implements Line {

    private static final long PATIENCE_MILLIS = 5_000;

    private final Connection connection;
    private final Consumer<Payload> arrived;
    private final long until;

    /** @param arrived takes its place, with how far it has come */
    ArrivingLine(Connection connection, Consumer<Payload> arrived, long nowNanos) {
        this.connection = connection;
        this.arrived = arrived;
        this.until = nowNanos + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void frame(byte[] frame) {
        arrived.accept(Payload.ofBytes(frame));
    }

    @Override
    public void text(String text) {
        failed();
    }

    @Override
    public void closed(int code) {
        // Its seat waits for it a little.
    }

    @Override
    public void check(long nowNanos) {
        if (nowNanos - until > 0) {
            failed();
        }
    }

    @Override
    public void failed() {
        connection.close(CloseCode.MAY_TRY_RECONNECT, "the other node has not said how far the client has come");
    }
}
