package org.hotrealm.net.transport;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A plain TCP connection that may have become a WebSocket, for what no proper client does. */
final class RawClient implements AutoCloseable {

    static final String HANDSHAKE = "Host: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";

    private final Socket socket;
    private final DataInputStream in;

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout(30_000);
    }

    static RawClient plain(int port) throws IOException {
        return new RawClient(new Socket("127.0.0.1", port));
    }

    /** Asks for a WebSocket; the answer is still to be read. */
    static RawClient open(int port, String path) throws IOException {
        RawClient client = plain(port);
        client.write("GET " + path + " HTTP/1.1\r\n" + HANDSHAKE + "\r\n");
        return client;
    }

    /** A WebSocket whose handshake is through. */
    static RawClient upgraded(int port, String path) throws IOException {
        RawClient client = open(port, path);
        String head = client.head();
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
        return client;
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[]... frames) throws IOException {
        socket.getOutputStream().write(WireFrame.all(frames));
        socket.getOutputStream().flush();
    }

    /** Writes on although the server may have closed long ago. */
    void writeRegardless(byte[] bytes, int times) {
        try {
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(bytes);
            }
        } catch (IOException closed) {
            // What came before is what counts.
        }
    }

    /** Nothing more will be written. */
    void shutdown() throws IOException {
        socket.shutdownOutput();
    }

    /** The head of an answer, with its empty line. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return head + "(closed)";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** The next frame; null where the server closed. */
    @Nullable
    WireFrame frame() throws IOException {
        try {
            int head = in.readUnsignedByte();
            long length = in.readUnsignedByte();
            if (length > 127) {
                throw new IOException("a masked frame of a server");
            }
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            byte[] payload = new byte[Math.toIntExact(length)];
            in.readFully(payload);
            return new WireFrame(head, payload);
        } catch (EOFException | SocketException closed) {
            return null;
        }
    }

    /** The next frame with this opcode; null where the server closed before. */
    @Nullable
    WireFrame frame(int opcode) throws IOException {
        WireFrame frame = frame();
        while (frame != null && frame.opcode() != opcode) {
            frame = frame();
        }
        return frame;
    }

    /** Everything until the server closes. */
    byte[] drain() throws IOException {
        try {
            return in.readAllBytes();
        } catch (SocketException reset) {
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
