package org.hotrealm.realm.world;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote; refuses what cannot be so, naming the place. */
final class ByteReader {

    private final byte[] bytes;
    private final int schema;
    private int at;

    ByteReader(byte[] bytes, int schema) {
        this.bytes = bytes;
        this.schema = schema;
    }

    /** The version of the layout that is being read. */
    int schema() {
        return schema;
    }

    long whole() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = next();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw broken("a whole number of more than 64 bits");
    }

    int integer() {
        long value = whole();
        if (value != (int) value) {
            throw broken("the number " + value + " where 32 bits are expected");
        }
        return (int) value;
    }

    /** How many things follow: never more than bytes are left, since each takes at least one. */
    int count() {
        int count = integer();
        if (count < 0 || count > bytes.length - at) {
            throw broken(count + " things announced with " + (bytes.length - at) + " bytes left");
        }
        return count;
    }

    double real() {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = (bits << 8) | (next() & 0xFF);
        }
        return Double.longBitsToDouble(bits);
    }

    boolean flag() {
        return next() != 0;
    }

    String text() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    @Nullable
    String perhaps() {
        return flag() ? text() : null;
    }

    <E extends Enum<E>> E of(Class<E> type) {
        int ordinal = integer();
        E[] all = type.getEnumConstants();
        if (ordinal < 0 || ordinal >= all.length) {
            throw broken(type.getSimpleName() + " number " + ordinal);
        }
        return all[ordinal];
    }

    /** Checks that nothing is left. */
    void end() {
        if (at != bytes.length) {
            throw broken((bytes.length - at) + " bytes after the end");
        }
    }

    IllegalArgumentException broken(String what) {
        return new IllegalArgumentException("parcel of a world is damaged: %s at byte %d".formatted(what, at));
    }

    private byte next() {
        if (at >= bytes.length) {
            throw broken("it ends too early");
        }
        return bytes[at++];
    }
}
