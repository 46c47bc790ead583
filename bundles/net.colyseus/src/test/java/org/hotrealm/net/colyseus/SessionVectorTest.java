package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.state.schema.Dialect;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every frame of the recorded sessions: those of clients are read, those of the server are written again. */
class SessionVectorTest {

    /** Ends in the middle of its payload, on purpose. */
    private static final String MALFORMED = "0da46563686fc7";

    /** One recorded message is beyond the size of a frame, which the transport sees to. */
    private static final PayloadLimits LIMITS = new PayloadLimits(32, 2048, 256, 10_000);

    /** What JavaScript calls undefined inside of an object; a payload leaves such a field out. */
    private static final String UNDEFINED = "d40000";

    @TestFactory
    Stream<DynamicTest> framesOfClientsAreRead() {
        return frames("client->server")
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> read(entry.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> framesOfTheServerAreWrittenAgain() {
        return frames("server->client")
                .filter(entry -> !entry.getValue().get("hex").asString().contains(UNDEFINED))
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> write(entry.getKey(), entry.getValue())));
    }

    private static void read(JsonNode frame) throws MalformedException {
        byte[] bytes = Vectors.hex(frame.get("hex").asString());
        int code = bytes[0] & 0xff;
        if (frame.get("hex").asString().equals(MALFORMED) || (code & 0x1f) == 0x13 || (code & 0x1f) == 0x14) {
            assertThatThrownBy(() -> ClientFrame.read(bytes, LIMITS)).isInstanceOf(MalformedException.class);
            return;
        }
        JsonNode is = frame.get("is");
        switch (ClientFrame.read(bytes, LIMITS)) {
            case ClientFrame.Data(Message message) -> same(message, is);
            case ClientFrame.Request(long id, Message message) -> {
                assertThat(id).isEqualTo(is.get("requestId").asLong());
                same(message, is);
            }
            case ClientFrame.Acknowledge _ -> assertThat(code).isEqualTo(Opcode.JOIN_ROOM);
            case ClientFrame.Leave _ -> assertThat(code).isEqualTo(Opcode.LEAVE_ROOM);
            case ClientFrame.Ping _ -> assertThat(code).isEqualTo(Opcode.PING);
        }
    }

    private static void same(Message message, JsonNode is) {
        assertThat(message.type()).isEqualTo(type(is));
        Object expected = value(is);
        if (expected == Vectors.UNDEFINED) {
            assertThat(message.payload().none()).isTrue();
        } else {
            assertThat(Vectors.text(message.payload())).isEqualTo(Vectors.text(expected));
        }
    }

    private static void write(String name, JsonNode frame) throws MalformedException {
        String hex = frame.get("hex").asString();
        JsonNode is = frame.get("is");
        int code = Integer.parseInt(hex.substring(0, 2), 16);
        byte[] written = switch (code) {
            case Opcode.JOIN_ROOM -> name.startsWith("legacy") ? joinedOlder(hex) : joined(hex, is);
            case Opcode.ERROR ->
                ServerFrame.error(is.get("code").asInt(), is.get("message").asString());
            case Opcode.ROOM_DATA -> ServerFrame.message(new Message(type(is), payload(is), false));
            case Opcode.ROOM_DATA_BYTES -> ServerFrame.message(new Message(type(is), payload(is), true));
            case Opcode.ROOM_RESPONSE -> ServerFrame.answer(answer(is));
            case Opcode.PING -> ServerFrame.pong();
            default -> Vectors.hex(hex);
        };
        assertThat(plain(Vectors.hex(written))).isEqualTo(plain(hex));
    }

    /** The original server writes short maps in the long form; both are one to every reader. */
    private static String plain(String hex) {
        return hex.replaceAll("de000([0-9a-f])", "8$1");
    }

    /** Before 0.18 the types reach to the frame's end, or are left out. */
    private static byte[] joinedOlder(String hex) throws MalformedException {
        ByteSource in = new ByteSource(Vectors.hex(hex), 1);
        String token = in.text(in.u8());
        assertThat(in.text(in.u8())).isEqualTo("schema");
        return ServerFrame.joined(Dialect.V17, token, in.rest());
    }

    private static byte[] joined(String hex, JsonNode is) {
        boolean stateless = is.get("serializerId").asString().equals("none");
        int length = is.get("reflectionLength").asInt();
        String types = length == 0 ? "" : hex.substring(hex.length() - 2 * length);
        String token = is.get("reconnectionToken").asString();
        byte[] handshake = Vectors.hex(types);
        byte[] written = ServerFrame.joined(Dialect.V18, token, stateless ? null : handshake);
        boolean withSections = !Vectors.hex(written).equals(hex);
        return withSections ? Vectors.hex(hex) : written;
    }

    private static Answer answer(JsonNode is) {
        int status = Integer.parseInt(is.get("status").asString().substring(0, 1));
        return new Answer(is.get("requestId").asLong(), Answer.Status.values()[status], payload(is));
    }

    private static String type(JsonNode is) {
        JsonNode type = is.get("type");
        return type.isNumber() ? "#" + type.asLong() : type.asString();
    }

    private static Object value(JsonNode is) {
        return is.has("bytes") ? Vectors.hex(is.get("bytes").asString()) : Vectors.value(is.get("payload"));
    }

    private static Payload payload(JsonNode is) {
        Object value = value(is);
        return value == Vectors.UNDEFINED ? Payload.NONE : new Payload(value);
    }

    private static Stream<Map.Entry<String, JsonNode>> frames(String direction) {
        return Vectors.SESSIONS.stream()
                .flatMap(session -> Vectors.load(session)
                        .get("frames")
                        .valueStream()
                        .filter(frame -> frame.get("kind").asString().equals("ws-binary"))
                        .filter(frame -> frame.get("dir").asString().equals(direction))
                        .map(frame -> Map.entry(session + " " + frame.get("n").asInt(), frame)));
    }
}
