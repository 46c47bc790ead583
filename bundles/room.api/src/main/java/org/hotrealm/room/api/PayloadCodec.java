package org.hotrealm.room.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payloads as bytes: a tag and a value each. What is no payload value is written as its text. */
final class PayloadCodec {

    private static final int DEEPEST = 64;

    private PayloadCodec() {}

    static byte[] write(Payload payload) {
        if (payload.none()) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            put(out, payload.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Payload read(byte[] bytes) {
        if (bytes.length == 0) {
            return Payload.NONE;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Payload read = new Payload(get(in, 0));
            if (in.available() > 0) {
                throw new IOException(in.available() + " bytes are left over");
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%d bytes are no payload: %s".formatted(bytes.length, e.getMessage()), e);
        }
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
            case Instant instant -> {
                out.writeByte('I');
                out.writeLong(instant.getEpochSecond());
                out.writeInt(instant.getNano());
            }
            case BigInteger big -> bytes(out, 'G', big.toByteArray());
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
            case Integer whole -> put(out, (long) whole);
            case Float number -> put(out, (double) number);
            case Payload payload -> put(out, payload.none() ? null : payload.value());
            default -> bytes(out, 'S', value.toString().getBytes(StandardCharsets.UTF_8));
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

    private static @Nullable Object get(DataInputStream in, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("nested deeper than " + DEEPEST);
        }
        byte tag = in.readByte();
        return switch (tag) {
            case '0' -> null;
            case 'T' -> true;
            case 'F' -> false;
            case 'L' -> in.readLong();
            case 'D' -> in.readDouble();
            case 'I' -> instant(in);
            case 'G' -> big(in);
            case 'B' -> in.readNBytes(size(in));
            case 'S' -> new String(in.readNBytes(size(in)), StandardCharsets.UTF_8);
            case 'A' -> list(in, depth);
            case 'M' -> map(in, depth);
            default -> throw new IOException("unknown tag " + tag);
        };
    }

    private static Instant instant(DataInputStream in) throws IOException {
        long seconds = in.readLong();
        int nanos = in.readInt();
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (java.time.DateTimeException | ArithmeticException e) {
            throw new IOException("no point of time: " + seconds, e);
        }
    }

    private static BigInteger big(DataInputStream in) throws IOException {
        byte[] digits = in.readNBytes(size(in));
        if (digits.length == 0) {
            throw new IOException("a number without digits");
        }
        return new BigInteger(digits);
    }

    private static List<@Nullable Object> list(DataInputStream in, int depth) throws IOException {
        int size = size(in);
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(get(in, depth + 1));
        }
        return Collections.unmodifiableList(list);
    }

    private static Map<String, @Nullable Object> map(DataInputStream in, int depth) throws IOException {
        int size = size(in);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(String.valueOf(get(in, depth + 1)), get(in, depth + 1));
        }
        return Collections.unmodifiableMap(map);
    }
}
