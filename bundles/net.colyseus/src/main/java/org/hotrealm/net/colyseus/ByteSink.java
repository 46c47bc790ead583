package org.hotrealm.net.colyseus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer for outgoing bytes, with the protocol's own codings of numbers and texts. One thread. */
final class ByteSink {

    private static final double LEAST_FLOAT_EXACT = -Float.MAX_VALUE;

    private byte[] bytes;
    private int size;

    ByteSink(int expected) {
        bytes = new byte[expected];
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    ByteSink u8(int value) {
        grow(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Big-endian, as MessagePack has it. */
    ByteSink big(long value, int width) {
        grow(width);
        for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Little-endian, as frames and state have it. */
    ByteSink little(long value, int width) {
        grow(width);
        for (int shift = 0; shift < width * 8; shift += 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    ByteSink raw(byte[] source) {
        return raw(source, 0, source.length);
    }

    ByteSink raw(byte[] source, int from, int length) {
        grow(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
        return this;
    }

    /** A protocol {@code number}: the shortest form of a 32-bit integer, else a float that is exact. */
    ByteSink number(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= 0xffff_ffffL && value >= Integer.MIN_VALUE) {
            return whole((long) value);
        }
        if (value >= LEAST_FLOAT_EXACT && value == (float) value) {
            return u8(0xca).little(Float.floatToIntBits((float) value), 4);
        }
        return u8(0xcb).little(Double.doubleToLongBits(value), 8);
    }

    private ByteSink whole(long value) {
        if (value >= -32 && value < 128) {
            return u8((int) value);
        }
        if (value >= 0) {
            int width = value <= 0xff ? 1 : value <= 0xffff ? 2 : 4;
            return u8(width == 4 ? 0xce : 0xcb + width).little(value, width);
        }
        int width = value >= Byte.MIN_VALUE ? 1 : value >= Short.MIN_VALUE ? 2 : 4;
        return u8(width == 4 ? 0xd2 : 0xcf + width).little(value, width);
    }

    /** A protocol {@code string}: length in bytes, then UTF-8. */
    ByteSink text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int length = utf8.length;
        if (length < 32) {
            u8(0xa0 | length);
        } else {
            int width = length <= 0xff ? 1 : length <= 0xffff ? 2 : 4;
            u8(width == 4 ? 0xdb : 0xd8 + width).little(length, width);
        }
        return raw(utf8);
    }

    private void grow(int by) {
        if (bytes.length - size < by) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + by));
        }
    }
}
