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
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.jspecify.annotations.Nullable;

/** Turns requests into WebSockets, on any path: whether there is such a room is told on the socket. Any thread. */
final class Upgrades {

    private static final int KEY_BYTES = 16;

    private final Sockets sockets;
    private final WebSocketMappings mappings;
    private final Stages stages = new Stages();

    Upgrades(Sockets sockets, WebSocketComponents components) {
        this.sockets = sockets;
        this.mappings = new WebSocketMappings(components);
    }

    /** Upgrades, or says what to answer instead. */
    @Nullable
    HttpReply upgrade(Request request, Response response, Callback callback) {
        Settings settings = sockets.settings();
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (!Cors.allowed(
                settings.access().sockets(), origin, request.getHeaders().get(HttpHeader.HOST))) {
            return foreign(request, String.valueOf(origin));
        }
        String key = request.getHeaders().get(HttpHeader.SEC_WEBSOCKET_KEY);
        if (key != null && !isKey(key)) {
            return Gateway.error(400, "the header Sec-WebSocket-Key is no 16 bytes in Base64");
        }
        HttpCall call = call(request, settings);
        if (call == null) {
            return Gateway.error(400, "the request's address cannot be read");
        }
        HttpReply full = full(settings, call.address());
        if (full != null) {
            return full;
        }
        Upgrading upgrading = new Upgrading(request, stages);
        Negotiator negotiator = new Negotiator(sockets, settings, call, upgrading);
        return mappings.upgrade(negotiator, upgrading, response, callback, negotiator) ? null : unsupported();
    }

    private HttpReply foreign(Request request, String origin) {
        sockets.offended(
                Offence.ORIGIN,
                "a page of '%s' may not open a WebSocket; to let it, add it to origins in org.hotrealm.net.transport"
                        .formatted(Json.text(origin)),
                ClientAddress.of(request, sockets.settings()));
        return Gateway.error(403, "pages of %s may not connect: add it to the server's origins".formatted(origin));
    }

    /** Why no more WebSockets are taken, or null. */
    private @Nullable HttpReply full(Settings settings, String address) {
        int most = settings.limits().connections();
        if (sockets.count() >= most) {
            sockets.offended(Offence.CONNECTIONS, "more than %d connections".formatted(most), address);
            return Gateway.error(503, "no more connections are taken");
        }
        int ofAddress = settings.access().unlimited().contains(address)
                ? 0
                : settings.limits().ofAddress();
        if (ofAddress > 0 && sockets.door().of(Door.site(address)) >= ofAddress) {
            sockets.offended(
                    Offence.CONNECTIONS_OF_ADDRESS,
                    "more than %d connections of one address".formatted(ofAddress),
                    address);
            return Gateway.error(429, "no more connections of your address are taken");
        }
        return null;
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
    private record Negotiator(Sockets sockets, Settings settings, HttpCall call, Upgrading upgrading)
            implements WebSocketNegotiator {

        @Override
        public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
            response.setExtensions(List.of());
            return new Socket(sockets, call);
        }

        @Override
        public void customize(Configuration configuration) {
            if (configuration instanceof WebSocketCoreSession session) {
                upgrading.session(session);
            }
            // Checked against the declared length, before the bytes are there; see Socket for how longer ones are sent.
            configuration.setMaxFrameSize(settings.limits().messageBytes());
            configuration.setAutoFragment(false);
            // The heartbeat finds the silent much sooner; this is for connections that nobody serves.
            configuration.setIdleTimeout(settings.times().silence().multipliedBy(10));
        }
    }
}
