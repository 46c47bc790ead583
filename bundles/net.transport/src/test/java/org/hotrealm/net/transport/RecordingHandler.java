package org.hotrealm.net.transport;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.ConnectionHandler;

/** Writes down what it is told, and checks that it is told one thing of a connection at a time. */
final class RecordingHandler implements ConnectionHandler {

    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final boolean echo;

    RecordingHandler(boolean echo) {
        this.echo = echo;
    }

    @Override
    public void opened(Connection connection) {
        told("opened " + connection.opening().target());
        connections.add(connection);
    }

    @Override
    public void adopted(Connection connection) {
        told("adopted " + connection.opening().target());
        connections.add(connection);
    }

    @Override
    public void frame(Connection connection, byte[] frame) {
        if (inside.incrementAndGet() != 1) {
            told("two at once");
        }
        told("frame " + HexFormat.of().formatHex(frame));
        if (echo) {
            connection.send(frame, 0, frame.length);
            connection.flush();
        }
        inside.decrementAndGet();
    }

    @Override
    public void text(Connection connection, String text) {
        told("text " + text);
    }

    @Override
    public void closed(Connection connection, int code, String reason) {
        told("closed " + code + " " + reason);
    }

    private void told(String event) {
        events.add(event);
    }

    String next() {
        try {
            String event = events.poll(10, TimeUnit.SECONDS);
            return event == null ? "nothing within 10 s" : event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connection() {
        try {
            Connection connection = connections.poll(10, TimeUnit.SECONDS);
            if (connection == null) {
                throw new AssertionError("no connection within 10 s");
            }
            return connection;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> next(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(_ -> next()).toList();
    }
}
