package org.hotrealm.net.colyseus;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.HttpCall;

/** Writes down in hex what is sent, and what else happens. */
final class FakeConnection implements Connection {

    private static long ids;

    final List<String> events = new ArrayList<>();
    private final long id = ++ids;
    private final HttpCall opening;
    private boolean open = true;

    FakeConnection(String target) {
        URI uri = URI.create(target);
        Map<String, String> query = new HashMap<>();
        if (uri.getQuery() != null) {
            for (String pair : uri.getQuery().split("&")) {
                int equals = pair.indexOf('=');
                query.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        opening = new HttpCall("GET", uri, Map.of(), new byte[0], "1.2.3.4", query);
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public HttpCall opening() {
        return opening;
    }

    @Override
    public void send(byte[] bytes, int offset, int length) {
        events.add(Vectors.hex(Arrays.copyOfRange(bytes, offset, offset + length)));
    }

    @Override
    public void flush() {
        events.add("flush");
    }

    @Override
    public void close(int code, String reason) {
        if (open) {
            open = false;
            events.add("close " + code + " " + reason);
        }
    }

    @Override
    public void terminate() {
        open = false;
        events.add("terminate");
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public long queuedBytes() {
        return 0;
    }

    /** What happened since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    @Override
    public boolean congested() {
        return false;
    }
}
