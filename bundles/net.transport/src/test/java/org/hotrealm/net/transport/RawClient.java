package org.hotrealm.net.transport;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A plain TCP connection that may have become a WebSocket, for what no proper client does. */
final class RawClient implements AutoCloseable {

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    static RawClient plain(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        return new RawClient(socket);
    }

    static RawClient open(int port, String path) throws IOException {
        RawClient client = plain(port);
        client.write("GET " + path + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        return client;
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Nothing more will be written. */
    void shutdown() throws IOException {
        socket.shutdownOutput();
    }

    /** Everything until the server closes. */
    byte[] drain() throws IOException {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (java.net.SocketException reset) {
            return new byte[0];
        }
    }

    String text() throws IOException {
        return new String(drain(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
