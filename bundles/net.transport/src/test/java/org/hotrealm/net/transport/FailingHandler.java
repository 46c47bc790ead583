package org.hotrealm.net.transport;

import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.ConnectionHandler;

/** Fails on every new connection. */
final class FailingHandler implements ConnectionHandler {

    @Override
    public void opened(Connection connection) {
        throw new IllegalStateException("broken on purpose");
    }

    @Override
    public void adopted(Connection connection) {}

    @Override
    public void frame(Connection connection, byte[] frame) {}

    @Override
    public void text(Connection connection, String text) {}

    @Override
    public void closed(Connection connection, int code, String reason) {}
}
