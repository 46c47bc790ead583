package org.hotrealm.net.colyseus;

import java.nio.charset.StandardCharsets;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.InputOffer;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Encoded;
import org.jspecify.annotations.Nullable;

/** Writes the frames a server sends, but for state, which comes with its bytes. */
final class ServerFrame {

    private static final int SMALL = 64;
    private static final int TIMED_HEAD = 9;
    private static final int INPUT_TYPES = 1;
    private static final int INPUT_OPTIONS = 2;
    private static final int RENDER_TIME = 0x01;
    private static final int HAS_RATE = 0x02;
    private static final int HAS_PATCH_RATE = 0x04;
    private static final int HAS_SUB_STEPS = 0x08;
    private static final int RECKON_TIME = 0x10;
    private static final byte[] PONG = {Opcode.PING};

    private ServerFrame() {}

    /**
     * The answer to a connection that got its seat.
     *
     * @param dialect clients before 0.18 take all that is left of the frame for the state types
     * @param handshake the state types; null for a room without state, empty where the client knows them
     */
    static byte[] joined(Dialect dialect, String token, byte @Nullable [] handshake) {
        byte[] types = handshake == null ? new byte[0] : handshake;
        ByteSink out = new ByteSink(SMALL + types.length).u8(Opcode.JOIN_ROOM);
        short255(out, token);
        short255(out, handshake == null ? "none" : "schema");
        if (dialect == Dialect.V18) {
            out.number(types.length);
        }
        return out.raw(types).toBytes();
    }

    /** As {@link #joined(Dialect, String, byte[])} of a room that takes inputs. */
    static byte[] joined(String token, byte @Nullable [] handshake, InputOffer inputs) {
        byte[] options = options(inputs);
        return new ByteSink(SMALL)
                .raw(joined(Dialect.V18, token, handshake))
                .u8(INPUT_TYPES)
                .number(inputs.types().length)
                .raw(inputs.types())
                .u8(INPUT_OPTIONS)
                .number(options.length)
                .raw(options)
                .toBytes();
    }

    private static byte[] options(InputOffer inputs) {
        InputSettings settings = inputs.settings();
        int flags = HAS_RATE
                | HAS_PATCH_RATE
                | (settings.subSteps() > 1 ? HAS_SUB_STEPS : 0)
                | (settings.renderTime() ? RENDER_TIME : 0)
                | (settings.reckonTime() ? RECKON_TIME : 0);
        ByteSink out = new ByteSink(SMALL).u8(flags).number(inputs.rate()).number(inputs.patchMillis());
        if (settings.subSteps() > 1) {
            out.number(settings.subSteps());
        }
        return out.toBytes();
    }

    /** State with the room's time and the client's last input that is in it. */
    static byte[] timed(int code, Encoded state, long roomMillis, long sequence) {
        return new ByteSink(TIMED_HEAD + state.length())
                .u8(code | Opcode.TIMED)
                .little(roomMillis, 4)
                .little(sequence, 4)
                .raw(state.bytes(), state.offset(), state.length())
                .toBytes();
    }

    static byte[] error(int code, String message) {
        return new ByteSink(SMALL).u8(Opcode.ERROR).number(code).text(message).toBytes();
    }

    static byte[] message(Message message) {
        ByteSink out = new ByteSink(SMALL).u8(message.bytes() ? Opcode.ROOM_DATA_BYTES : Opcode.ROOM_DATA);
        type(out, message.type());
        if (message.bytes()) {
            out.raw(bytes(message));
        } else {
            PayloadWriter.write(message.payload(), out);
        }
        return out.toBytes();
    }

    static byte[] answer(Answer answer) {
        ByteSink out = new ByteSink(SMALL)
                .u8(Opcode.ROOM_RESPONSE)
                .number(answer.request())
                .u8(answer.status().ordinal());
        PayloadWriter.write(answer.payload(), out);
        return out.toBytes();
    }

    static byte[] pong() {
        return PONG.clone();
    }

    private static byte[] bytes(Message message) {
        Payload payload = message.payload();
        if (payload.value() instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalArgumentException(
                "message '%s' is marked as bytes but carries no byte[]".formatted(message.type()));
    }

    /** {@code #7} is the number 7; everything else is text. */
    private static void type(ByteSink out, String type) {
        if (type.isEmpty()) {
            throw new IllegalArgumentException("a message type must not be empty: the SDK would not recognise it");
        }
        if (numeric(type)) {
            out.number(Long.parseLong(type, 1, type.length(), 10));
        } else {
            out.text(type);
        }
    }

    private static boolean numeric(String type) {
        if (type.charAt(0) != '#' || type.length() < 2 || type.length() > 11) {
            return false;
        }
        int from = type.charAt(1) == '-' && type.length() > 2 ? 2 : 1;
        for (int i = from; i < type.length(); i++) {
            if (type.charAt(i) < '0' || type.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static void short255(ByteSink out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > 0xff) {
            throw new IllegalArgumentException("'%s' is longer than 255 bytes".formatted(text));
        }
        out.u8(utf8.length).raw(utf8);
    }
}
