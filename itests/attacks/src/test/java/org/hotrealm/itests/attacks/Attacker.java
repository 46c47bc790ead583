package org.hotrealm.itests.attacks;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a plain TCP connection and no manners. */
final class Attacker implements AutoCloseable {

    static final int END = 0x80;
    static final int BINARY = 2;
    private static final int CLOSE = 8;

    private static final String HANDSHAKE = "Upgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

    private final Socket socket;
    private final DataInputStream in;

    private Attacker(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
        in = new DataInputStream(socket.getInputStream());
    }

    static Attacker plain(int port) throws IOException {
        return new Attacker(port);
    }

    /** Opens a WebSocket at this address. */
    static Attacker open(int port, String target) throws IOException {
        Attacker attacker = new Attacker(port);
        attacker.write("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + HANDSHAKE);
        String head = attacker.head();
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
        return attacker;
    }

    /** One who has a seat in the room and was let in. */
    static Attacker joined(int port, String room) throws IOException {
        Attacker attacker = open(port, seat(port, room));
        attacker.message(new byte[] {10});
        return attacker;
    }

    /** Asks for a seat, and gives the address to take it at. */
    static String seat(int port, String room) throws IOException {
        String answer = request(port, post("/matchmake/joinById/" + room, "{}"));
        return "/%s/%s?sessionId=%s".formatted(field(answer, "processId"), room, field(answer, "sessionId"));
    }

    private static String field(String json, String name) throws IOException {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IOException(json);
        }
        return matcher.group(1);
    }

    static String post(String target, String body) {
        return "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(target, body.length(), body);
    }

    /** The whole answer to a request as it is. */
    static String request(int port, String request) throws IOException {
        try (Attacker attacker = plain(port)) {
            attacker.write(request);
            attacker.socket.shutdownOutput();
            return attacker.rest();
        }
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** A frame of the game's protocol. */
    void message(byte[] payload) throws IOException {
        write(frame(END | BINARY, payload));
    }

    /** Writes on and on although the server may have closed long ago. */
    void flood(byte[] bytes, int times) {
        try {
            for (int i = 0; i < times; i++) {
                write(bytes);
            }
        } catch (IOException closed) {
            // What the server said before is what counts.
        }
    }

    /** Message {@code move} with this payload in MessagePack. */
    static byte[] move(String hex) {
        return message("move", HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    static byte[] message(String type, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(13);
        out.write(0xa0 | type.length());
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /** A masked frame; the mask is zero, which the protocol allows. */
    static byte[] frame(int head, byte[] payload) {
        byte[] begin = declared(head, payload.length);
        byte[] all = Arrays.copyOf(begin, begin.length + payload.length);
        System.arraycopy(payload, 0, all, begin.length, payload.length);
        return all;
    }

    /** The beginning of a frame that says it is so long. */
    static byte[] declared(int head, long length) {
        ByteBuffer bytes = ByteBuffer.allocate(14).put((byte) head);
        if (length < 126) {
            bytes.put((byte) (0x80 | length));
        } else if (length < 65_536) {
            bytes.put((byte) 0xfe).putShort((short) length);
        } else {
            bytes.put((byte) 0xff).putLong(length);
        }
        bytes.putInt(0);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head + "(closed)";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** What comes until the server closes; a reset counts as that. */
    String rest() throws IOException {
        try {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        }
    }

    /** The code the server closes with; 1006 where it says none. */
    int closed() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                long length = in.readUnsignedByte();
                length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
                byte[] payload = in.readNBytes(Math.toIntExact(length));
                if (opcode == CLOSE) {
                    return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
                }
            }
        } catch (IOException e) {
            return 1006;
        }
    }

    /** Ends without a word, and with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
