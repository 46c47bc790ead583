package org.hotrealm.state.schema;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Reads the little-endian codings of the state format; running out of bytes is an {@link IllegalArgumentException}. */
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    int at;

    ByteReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    boolean hasMore() {
        return at < end;
    }

    int peek() {
        return at < end ? bytes[at] & 0xff : -1;
    }

    private void need(int count) {
        if (count < 0 || count > end - at) {
            throw new IllegalArgumentException(
                    "The message ends at byte " + end + " where " + count + " more are needed at " + at);
        }
    }

    int u8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    private long little(int count) {
        need(count);
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[at + i] & 0xffL) << (8 * i);
        }
        at += count;
        return value;
    }

    int u16() {
        return (int) little(2);
    }

    long u32() {
        return little(4);
    }

    long i64() {
        return little(8);
    }

    /** A non-negative integer such as a number of a node. */
    int count() {
        double value = number();
        int whole = (int) value;
        if (whole != value || whole < 0) {
            throw new IllegalArgumentException("Expected a number of a node, an index or a length, got " + value);
        }
        return whole;
    }

    double number() {
        int first = u8();
        if (first < 0x80) {
            return first;
        }
        if (first >= 0xe0) {
            return first - 0x100;
        }
        return switch (first) {
            case 0xca -> Float.intBitsToFloat((int) u32());
            case 0xcb -> Double.longBitsToDouble(i64());
            case 0xcc -> u8();
            case 0xcd -> u16();
            case 0xce -> u32();
            case 0xcf -> new BigInteger(Long.toUnsignedString(i64())).doubleValue();
            case 0xd0 -> (byte) u8();
            case 0xd1 -> (short) u16();
            case 0xd2 -> (int) u32();
            case 0xd3 -> i64();
            default ->
                throw new IllegalArgumentException(
                        "No number starts with byte " + Integer.toHexString(first) + " at " + (at - 1));
        };
    }

    String string() {
        int first = u8();
        int length = switch (first) {
            case 0xd9 -> u8();
            case 0xda -> u16();
            case 0xdb -> (int) u32();
            default -> first & 0x1f;
        };
        if (((first & 0xe0) != 0xa0 && first < 0xd9) || first > 0xdb) {
            throw new IllegalArgumentException(
                    "No text starts with byte " + Integer.toHexString(first) + " at " + (at - 1));
        }
        need(length);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    Object primitive(Kind kind) {
        return switch (kind) {
            case BOOLEAN -> u8() > 0;
            case INT8 -> (int) (byte) u8();
            case UINT8 -> u8();
            case INT16 -> (int) (short) u16();
            case UINT16 -> u16();
            case INT32 -> (int) u32();
            case UINT32 -> u32();
            case INT64, BIGINT64 -> i64();
            case UINT64, BIGUINT64 -> unsigned(i64());
            case FLOAT32 -> Float.intBitsToFloat((int) u32());
            case FLOAT64 -> Double.longBitsToDouble(i64());
            case NUMBER -> number();
            case STRING -> string();
            default -> throw new IllegalArgumentException(kind.wireName + " is no plain value");
        };
    }

    private static Object unsigned(long bits) {
        return bits < 0 ? new BigInteger(Long.toUnsignedString(bits)) : (Object) bits;
    }

    double quantized(Quantized coding) {
        return coding.decode(steps(coding));
    }

    long steps(Quantized coding) {
        return switch (coding.bits()) {
            case 8 -> u8();
            case 16 -> u16();
            default -> u32();
        };
    }
}
