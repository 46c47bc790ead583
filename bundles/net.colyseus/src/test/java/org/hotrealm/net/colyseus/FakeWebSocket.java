package org.hotrealm.net.colyseus;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Another node, as a relay sees it: writes down what comes, and has one wait after the other until told. */
final class FakeWebSocket implements WebSocket {

    final List<String> events = new ArrayList<>();
    /** Completes what was sent last; null where nothing is under way. */
    CompletableFuture<WebSocket> underWay;

    boolean patient;

    private CompletableFuture<WebSocket> sent(String what) {
        if (underWay != null && !underWay.isDone()) {
            throw new IllegalStateException("Send pending");
        }
        events.add(what);
        underWay = patient ? new CompletableFuture<>() : CompletableFuture.completedFuture(this);
        return underWay;
    }

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
        return sent("text " + data);
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return sent(Vectors.hex(bytes));
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int code, String reason) {
        events.add("close " + code);
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void request(long more) {
        events.add("more");
    }

    @Override
    public String getSubprotocol() {
        return "";
    }

    @Override
    public boolean isOutputClosed() {
        return false;
    }

    @Override
    public boolean isInputClosed() {
        return false;
    }

    @Override
    public void abort() {
        events.add("abort");
    }

    /** What happened since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
