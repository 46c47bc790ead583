package org.hotrealm.room.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.jspecify.annotations.Nullable;

/** Calls from node to node as bytes: texts and payloads in a row. Both ends run the same version of this bundle. */
final class PayloadBytes {

    private PayloadBytes() {}

    static byte[] write(@Nullable Object... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object value : values) {
                put(out, value instanceof Payload p ? (p.none() ? null : p.value()) : value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<@Nullable Object> read(byte[] bytes) throws RefusedException {
        List<@Nullable Object> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                values.add(get(in));
            }
        } catch (IOException e) {
            throw new RefusedException(
                    RefusedException.UNHANDLED, "a node's call could not be read: " + e.getMessage());
        }
        return values;
    }

    private static void put(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('0');
            case Boolean flag -> out.writeByte(flag ? 'T' : 'F');
            case Long whole -> {
                out.writeByte('L');
                out.writeLong(whole);
            }
            case Double number -> {
                out.writeByte('D');
                out.writeDouble(number);
            }
            case byte[] raw -> bytes(out, 'B', raw);
            case List<?> list -> {
                out.writeByte('A');
                out.writeInt(list.size());
                for (Object item : list) {
                    put(out, item);
                }
            }
            case Map<?, ?> map -> {
                out.writeByte('M');
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    put(out, String.valueOf(entry.getKey()));
                    put(out, entry.getValue());
                }
            }
            default -> bytes(out, 'S', value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static void bytes(DataOutputStream out, char tag, byte[] raw) throws IOException {
        out.writeByte(tag);
        out.writeInt(raw.length);
        out.write(raw);
    }

    /** A length; nothing can be longer than what is left. */
    private static int size(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > in.available()) {
            throw new IOException("a length of " + size + " with " + in.available() + " bytes left");
        }
        return size;
    }

    private static @Nullable Object get(DataInputStream in) throws IOException {
        byte tag = in.readByte();
        return switch (tag) {
            case '0' -> null;
            case 'T' -> true;
            case 'F' -> false;
            case 'L' -> in.readLong();
            case 'D' -> in.readDouble();
            case 'B' -> in.readNBytes(size(in));
            case 'S' -> new String(in.readNBytes(size(in)), java.nio.charset.StandardCharsets.UTF_8);
            case 'A' -> {
                int size = size(in);
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    list.add(get(in));
                }
                yield list;
            }
            case 'M' -> {
                int size = size(in);
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = 0; i < size; i++) {
                    map.put(String.valueOf(get(in)), get(in));
                }
                yield map;
            }
            default -> throw new IOException("unknown tag " + tag);
        };
    }
}
