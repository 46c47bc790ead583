package org.hotrealm.net.transport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A transport on a free port, and clients for it. */
final class Rig implements AutoCloseable {

    final Sockets sockets;
    final Routes routes = new Routes();
    final Transport transport;
    final HttpClient client = HttpClient.newHttpClient();

    /** With the defaults, but for these keys and values. */
    Rig(Object... keysAndValues) {
        Settings settings = Configured.with(keysAndValues);
        sockets = new Sockets(settings);
        transport = Transport.open(settings, sockets, routes);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + transport.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Client connect(String path) {
        Client told = new Client();
        told.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + transport.port() + path), told)
                .join();
        return told;
    }

    @Override
    public void close() {
        transport.close();
        client.shutdownNow();
    }

    /** Writes down what a client gets. */
    static final class Client implements WebSocket.Listener {
        final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final java.io.ByteArrayOutputStream partial = new java.io.ByteArrayOutputStream();
        WebSocket socket;

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            partial.writeBytes(bytes);
            if (last) {
                events.add(HexFormat.of().formatHex(partial.toByteArray()));
                partial.reset();
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            events.add("closed " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            events.add("cut");
        }

        void send(String hex) {
            socket.sendBinary(ByteBuffer.wrap(HexFormat.of().parseHex(hex)), true)
                    .join();
        }

        String next() {
            try {
                String event = events.poll(10, TimeUnit.SECONDS);
                return event == null ? "nothing within 10 s" : event;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
