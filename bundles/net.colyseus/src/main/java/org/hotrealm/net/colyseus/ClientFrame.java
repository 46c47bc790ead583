package org.hotrealm.net.colyseus;

import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;

/** One frame of a client, read and checked. */
sealed interface ClientFrame {

    /** The client is ready for the full state. */
    record Acknowledge() implements ClientFrame {}

    /** The client leaves. */
    record Leave() implements ClientFrame {}

    /** The client measures the way to the server and back. */
    record Ping() implements ClientFrame {}

    /** A message for the room. */
    record Data(Message message) implements ClientFrame {}

    /** A message that wants an answer under its id. */
    record Request(long id, Message message) implements ClientFrame {}

    /** Whether a frame holds inputs, which only their {@link InputLane} can read. */
    static boolean isInput(byte[] frame) {
        int code = frame.length == 0 ? 0 : frame[0] & ~Opcode.TIMED & 0xff;
        return code == Opcode.ROOM_INPUT_RELIABLE || code == Opcode.ROOM_INPUT_UNRELIABLE;
    }

    /** Reads a frame. The array stays as it is. */
    static ClientFrame read(byte[] frame, PayloadLimits limits) throws MalformedException {
        ByteSource in = new ByteSource(frame, 0);
        if (in.left() == 0) {
            throw new MalformedException("an empty frame");
        }
        int code = in.u8();
        return switch (code) {
            case Opcode.JOIN_ROOM -> new Acknowledge();
            case Opcode.LEAVE_ROOM -> new Leave();
            case Opcode.PING -> new Ping();
            case Opcode.ROOM_DATA -> new Data(message(in, limits));
            case Opcode.ROOM_DATA_BYTES -> new Data(new Message(type(in), new Payload(in.rest()), true));
            case Opcode.ROOM_REQUEST -> new Request(id(in), message(in, limits));
            default -> throw new MalformedException("code 0x%02x is none a client may send".formatted(code));
        };
    }

    private static Message message(ByteSource in, PayloadLimits limits) throws MalformedException {
        return new Message(type(in), PayloadReader.read(in, limits), false);
    }

    /** A message type: a text, or a whole number written as {@code #7}. */
    private static String type(ByteSource in) throws MalformedException {
        int head = in.peek();
        if (head > 0xa0 && head < 0xc0 || head >= 0xd9 && head <= 0xdb) {
            return text(in);
        }
        return "#" + whole(in, "message type");
    }

    private static String text(ByteSource in) throws MalformedException {
        int head = in.u8();
        long length = switch (head) {
            case 0xd9 -> in.u8();
            case 0xda -> in.i16Little() & 0xffff;
            case 0xdb -> in.i32Little() & 0xffff_ffffL;
            default -> head & 0x1f;
        };
        if (length == 0) {
            throw new MalformedException("an empty message type");
        }
        return in.text(length);
    }

    private static long id(ByteSource in) throws MalformedException {
        long id = whole(in, "request id");
        if (id < 0 || id > 0xffff_ffffL) {
            throw new MalformedException("request id %d is outside of 32 bits".formatted(id));
        }
        return id;
    }

    private static long whole(ByteSource in, String what) throws MalformedException {
        double number = in.number(what);
        if (number != Math.rint(number) || Math.abs(number) > 0xffff_ffffL) {
            throw new MalformedException("%s %s is no whole number of 32 bits".formatted(what, number));
        }
        return (long) number;
    }
}
