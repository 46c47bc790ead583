package org.hotrealm.net.transport;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.jspecify.annotations.Nullable;

/** Turns requests into WebSockets, on any path: whether there is such a room is told on the socket. Any thread. */
final class Upgrades {

    /** Small frames between two flushes are gathered into one write of up to this many bytes. */
    private static final int GATHERED_BYTES = 32_768;

    private static final int KEY_BYTES = 16;

    private final Sockets sockets;
    private final WebSocketMappings mappings;

    Upgrades(Sockets sockets, WebSocketComponents components) {
        this.sockets = sockets;
        this.mappings = new WebSocketMappings(components);
    }

    /** Upgrades, or says what to answer instead. */
    @Nullable
    HttpReply upgrade(Request request, Response response, Callback callback) {
        Settings settings = sockets.settings();
        if (!Cors.allowed(
                settings,
                request.getHeaders().get(HttpHeader.ORIGIN),
                request.getHeaders().get(HttpHeader.HOST))) {
            return Gateway.error(403, "pages of this origin may not connect");
        }
        if (sockets.count() >= settings.connections()) {
            return Gateway.error(503, "no more connections are taken");
        }
        String key = request.getHeaders().get(HttpHeader.SEC_WEBSOCKET_KEY);
        if (key != null && !isKey(key)) {
            return Gateway.error(400, "the header Sec-WebSocket-Key is no 16 bytes in Base64");
        }
        HttpCall call = call(request, settings);
        if (call == null) {
            return Gateway.error(400, "the request's address cannot be read");
        }
        Negotiator negotiator = new Negotiator(sockets, settings, call);
        return mappings.upgrade(negotiator, request, response, callback, negotiator) ? null : unsupported();
    }

    private static @Nullable HttpCall call(Request request, Settings settings) {
        try {
            return Calls.of(request, new byte[0], settings);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static HttpReply unsupported() {
        HttpReply error = Gateway.error(426, "a WebSocket of version 13 over HTTP/1.1 is needed");
        return new HttpReply(
                error.status(),
                Map.of("Upgrade", "websocket", "Connection", "Upgrade", "Sec-WebSocket-Version", "13"),
                error.type(),
                error.body());
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Extensions are declined: patches are small, and inflating what strangers send is a risk. */
    private record Negotiator(Sockets sockets, Settings settings, HttpCall call) implements WebSocketNegotiator {

        @Override
        public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
            response.setExtensions(List.of());
            return new Socket(sockets, call);
        }

        @Override
        public void customize(Configuration configuration) {
            // Checked against the declared length, before the bytes are there; see Socket for how longer ones are sent.
            configuration.setMaxFrameSize(settings.messageBytes());
            configuration.setAutoFragment(false);
            configuration.setOutputBufferSize(GATHERED_BYTES);
            configuration.setIdleTimeout(java.time.Duration.ofMillis(settings.silenceMillis() * 2L));
        }
    }
}
