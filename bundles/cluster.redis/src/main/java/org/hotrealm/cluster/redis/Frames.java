package org.hotrealm.cluster.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hotrealm.cluster.api.RemoteFailure;

/** Calls and replies as bytes. The first byte is the layout's number; a receiver passes over one it does not know. */
final class Frames {

    private static final int LAYOUT = 1;
    private static final int WORDS_MAX = 4_000;

    /** A call on its way. */
    record Call(long id, String replyTo, String operation, byte[] body) {}

    /** An answer on its way back; the failure's words and code where it is none. */
    record Reply(long id, boolean failed, int code, String words, byte[] body) {

        static Reply answer(long id, byte[] body) {
            return new Reply(id, false, 0, "", body);
        }

        static Reply failure(long id, RemoteFailure failure) {
            String words = String.valueOf(failure.getMessage());
            String bounded = words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) : words;
            return new Reply(id, true, failure.code(), bounded, new byte[0]);
        }
    }

    private Frames() {}

    static byte[] bytes(Call call) {
        return write(out -> {
            out.writeLong(call.id());
            out.writeUTF(call.replyTo());
            out.writeUTF(call.operation());
            out.write(call.body());
        });
    }

    static byte[] bytes(Reply reply) {
        return write(out -> {
            out.writeLong(reply.id());
            out.writeBoolean(reply.failed());
            out.writeInt(reply.code());
            out.writeUTF(reply.words());
            out.write(reply.body());
        });
    }

    static Call call(byte[] bytes) {
        return read(bytes, in -> new Call(in.readLong(), in.readUTF(), in.readUTF(), in.readAllBytes()));
    }

    static Reply reply(byte[] bytes) {
        return read(
                bytes, in -> new Reply(in.readLong(), in.readBoolean(), in.readInt(), in.readUTF(), in.readAllBytes()));
    }

    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static byte[] write(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeByte(LAYOUT);
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readUnsignedByte();
            if (layout != LAYOUT) {
                throw new IllegalArgumentException(
                        "a frame of layout %d, this node knows %d: bring all nodes to one version"
                                .formatted(layout, LAYOUT));
            }
            return reader.read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("a frame of %d bytes is cut short".formatted(bytes.length), e);
        }
    }
}
