package org.hotrealm.net.colyseus;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client sends: MessagePack plus the SDK's records, in which an object's keys are sent once per shape and
 * message. Nothing is allocated for a declared size that the bytes left cannot fill; depth is bounded. Values come out as
 * {@link Payload} has them: 64-bit integers as {@link BigInteger} (the SDK's {@code BigInt}), all others as {@link Long}.
 */
final class PayloadReader {

    private static final int FIRST_SHAPE = 0x40;
    private static final int SHAPES = 0x40;
    private static final int RECORD = 0x72;
    private static final int TIMESTAMP = 0xff;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    /** Stands for JavaScript's {@code undefined}, which {@link Payload} does not know. */
    private static final Object UNDEFINED = new Object();

    private final ByteSource in;
    private final PayloadLimits limits;
    private String @Nullable [][] shapes;
    private int depth;
    private int values;

    private PayloadReader(ByteSource in, PayloadLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** The one value from the cursor to the end of the bytes; {@link Payload#NONE} for no bytes or {@code undefined}. */
    static Payload read(ByteSource in, PayloadLimits limits) throws MalformedException {
        if (in.left() == 0) {
            return Payload.NONE;
        }
        Object value = new PayloadReader(in, limits).value();
        if (in.left() > 0) {
            throw new MalformedException("%d bytes behind the payload's end".formatted(in.left()));
        }
        return value == UNDEFINED ? Payload.NONE : new Payload(value);
    }

    private @Nullable Object value() throws MalformedException {
        int head = in.u8();
        if (head < 0x80) {
            return shaped(head);
        }
        if (head >= 0xe0) {
            return (long) (byte) head;
        }
        return switch (head >> 4) {
            case 0x8 -> map(head & 0x0f);
            case 0x9 -> list(head & 0x0f);
            case 0xa, 0xb -> text(head & 0x1f);
            default -> other(head);
        };
    }

    private @Nullable Object other(int head) throws MalformedException {
        return switch (head) {
            case 0xc0 -> null;
            case 0xc2 -> Boolean.FALSE;
            case 0xc3 -> Boolean.TRUE;
            case 0xc4 -> raw(in.u8());
            case 0xc5 -> raw(in.i16() & 0xffff);
            case 0xc6 -> raw(in.i32() & 0xffff_ffffL);
            case 0xc7 -> extension(in.u8());
            case 0xca -> (double) Float.intBitsToFloat(in.i32());
            case 0xcb -> Double.longBitsToDouble(in.i64());
            case 0xcc -> (long) in.u8();
            case 0xcd -> (long) (in.i16() & 0xffff);
            case 0xce -> in.i32() & 0xffff_ffffL;
            case 0xcf -> new BigInteger(Long.toUnsignedString(in.i64()));
            case 0xd0 -> (long) (byte) in.u8();
            case 0xd1 -> (long) in.i16();
            case 0xd2 -> (long) in.i32();
            case 0xd3 -> BigInteger.valueOf(in.i64());
            case 0xd4 -> extension(1);
            case 0xd6 -> extension(4);
            case 0xd7 -> extension(8);
            case 0xd9 -> text(in.u8());
            case 0xda -> text(in.i16() & 0xffff);
            case 0xdb -> text(in.i32() & 0xffff_ffffL);
            case 0xdc -> list(in.i16() & 0xffff);
            case 0xdd -> list(in.i32() & 0xffff_ffffL);
            case 0xde -> map(in.i16() & 0xffff);
            case 0xdf -> map(in.i32() & 0xffff_ffffL);
            default -> throw unknown("byte", head);
        };
    }

    private List<@Nullable Object> list(long count) throws MalformedException {
        int size = in.size(count);
        enter(size);
        List<@Nullable Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(defined(value()));
        }
        depth--;
        return Collections.unmodifiableList(list);
    }

    private Map<String, @Nullable Object> map(long count) throws MalformedException {
        int size = in.size(count * 2) / 2;
        keys(size);
        enter(size);
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            put(map, key(), value());
        }
        depth--;
        return Collections.unmodifiableMap(map);
    }

    /** A byte below 0x80: an object of a known shape, or a small number where no shape has that id. */
    private Object shaped(int head) throws MalformedException {
        String[] shape = head >= FIRST_SHAPE && shapes != null ? shapes[head - FIRST_SHAPE] : null;
        return shape == null ? (Object) (long) head : object(shape);
    }

    private Map<String, @Nullable Object> object(String[] shape) throws MalformedException {
        in.size(shape.length);
        enter(shape.length);
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(shape.length);
        for (String key : shape) {
            put(map, key, value());
        }
        depth--;
        return Collections.unmodifiableMap(map);
    }

    private Map<String, @Nullable Object> record(int id) throws MalformedException {
        if (id < FIRST_SHAPE || id >= FIRST_SHAPE + SHAPES) {
            throw unknown("record id", id);
        }
        String[] shape = keys();
        if (shapes == null) {
            shapes = new String[SHAPES][];
        }
        shapes[id - FIRST_SHAPE] = shape;
        return object(shape);
    }

    private String[] keys() throws MalformedException {
        int head = in.u8();
        long count = switch (head) {
            case 0xdc -> in.i16() & 0xffff;
            case 0xdd -> in.i32() & 0xffff_ffffL;
            default -> (head & 0xf0) == 0x90 ? head & 0x0f : -1;
        };
        String[] keys = new String[keys(in.size(count))];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key();
        }
        return keys;
    }

    /** Keys that are no texts become texts, as in the SDK; containers cannot be keys. */
    private String key() throws MalformedException {
        int head = in.peek();
        boolean container = head >= 0x80 && head < 0xa0 || head >= 0xdc && head <= 0xdf;
        if (container || head >= 0xc4 && head <= 0xc9 || head >= 0xd4 && head <= 0xd8) {
            throw unknown("key", head);
        }
        boolean small = head < 0x80;
        return String.valueOf(small ? (Object) (long) in.u8() : value());
    }

    private @Nullable Object extension(int length) throws MalformedException {
        int type = in.u8();
        if (length == 1 && type == RECORD) {
            return record(in.u8());
        }
        if (length == 1 && type == 0) {
            in.u8();
            return UNDEFINED;
        }
        if (type != TIMESTAMP) {
            throw unknown("extension", type);
        }
        return timestamp(length);
    }

    /** Null for the SDK's invalid date, which is one byte long. */
    private @Nullable Instant timestamp(int length) throws MalformedException {
        return switch (length) {
            case 1 -> {
                in.u8();
                yield null;
            }
            case 4 -> instant(in.i32() & 0xffff_ffffL, 0);
            case 8 -> {
                long packed = in.i64();
                yield instant(packed & 0x3_ffff_ffffL, packed >>> 34);
            }
            case 12 -> {
                long nanos = in.i32() & 0xffff_ffffL;
                yield instant(in.i64(), nanos);
            }
            default -> throw unknown("length of a timestamp", length);
        };
    }

    private Instant instant(long seconds, long nanos) throws MalformedException {
        if (nanos >= NANOS_PER_SECOND) {
            throw unknown("nanoseconds", (int) nanos);
        }
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedException("byte %d: no such date".formatted(in.position()));
        }
    }

    private static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
        if (value != UNDEFINED) {
            map.put(key, value);
        }
    }

    private static @Nullable Object defined(@Nullable Object value) {
        return value == UNDEFINED ? null : value;
    }

    private String text(long length) throws MalformedException {
        return in.text(within(length, limits.textBytes(), "bytes of a text"));
    }

    private byte[] raw(long length) throws MalformedException {
        return in.raw(within(length, limits.textBytes(), "bytes"));
    }

    private int keys(int count) throws MalformedException {
        return (int) within(count, limits.keys(), "keys of an object");
    }

    private void enter(int size) throws MalformedException {
        within(++depth, limits.depth(), "levels of lists and objects");
        values += size;
        within(values, limits.values(), "values");
    }

    private static long within(long count, long limit, String what) throws MalformedException {
        if (count > limit) {
            throw new MalformedException("%d %s, %d are allowed".formatted(count, what, limit));
        }
        return count;
    }

    private MalformedException unknown(String what, int value) {
        return new MalformedException("byte %d: unknown %s 0x%02x".formatted(in.position() - 1, what, value));
    }
}
