package org.hotrealm.net.colyseus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A cursor over received bytes; every read is checked against what is left. One thread. */
final class ByteSource {

    private static final VarHandle SHORT = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = view(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT_LITTLE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT_LITTLE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG_LITTLE = view(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    private static VarHandle view(Class<?> type, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(type, order);
    }

    int left() {
        return bytes.length - at;
    }

    /** What is read from; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    int position() {
        return at;
    }

    /** The next byte, unsigned, without moving on. */
    int peek() throws MalformedException {
        return bytes[need(1, at)] & 0xff;
    }

    int u8() throws MalformedException {
        return bytes[take(1)] & 0xff;
    }

    int i16() throws MalformedException {
        return (short) SHORT.get(bytes, take(2));
    }

    int i32() throws MalformedException {
        return (int) INT.get(bytes, take(4));
    }

    long i64() throws MalformedException {
        return (long) LONG.get(bytes, take(8));
    }

    int i16Little() throws MalformedException {
        return (short) SHORT_LITTLE.get(bytes, take(2));
    }

    int i32Little() throws MalformedException {
        return (int) INT_LITTLE.get(bytes, take(4));
    }

    long i64Little() throws MalformedException {
        return (long) LONG_LITTLE.get(bytes, take(8));
    }

    /** A protocol {@code number}, such as {@code cd 2c01} for 300. */
    double number(String what) throws MalformedException {
        int head = u8();
        if (head < 0x80 || head >= 0xe0) {
            return (byte) head;
        }
        return switch (head) {
            case 0xca -> Float.intBitsToFloat(i32Little());
            case 0xcb -> Double.longBitsToDouble(i64Little());
            case 0xcc -> u8();
            case 0xcd -> i16Little() & 0xffff;
            case 0xce -> i32Little() & 0xffff_ffffL;
            case 0xcf, 0xd3 -> i64Little();
            case 0xd0 -> (byte) u8();
            case 0xd1 -> i16Little();
            case 0xd2 -> i32Little();
            default -> throw new MalformedException("%s begins with byte 0x%02x".formatted(what, head));
        };
    }

    /** Moves on over so many bytes and gives where they begin. */
    int skip(long length) throws MalformedException {
        return take(size(length));
    }

    /** A text of so many bytes; what is no UTF-8 becomes U+FFFD, as the SDK reads it. */
    String text(long length) throws MalformedException {
        int size = size(length);
        int from = take(size);
        return new String(bytes, from, size, StandardCharsets.UTF_8);
    }

    /** A copy of so many bytes. */
    byte[] raw(long length) throws MalformedException {
        int size = size(length);
        int from = take(size);
        return Arrays.copyOfRange(bytes, from, from + size);
    }

    /** Everything that is left. */
    byte[] rest() throws MalformedException {
        return raw(left());
    }

    /** Refuses counts and lengths that the bytes left cannot hold, before anything is allocated for them. */
    int size(long declared) throws MalformedException {
        if (declared < 0 || declared > left()) {
            throw new MalformedException(
                    "byte %d declares %d items or bytes, but %d are left".formatted(at, declared, left()));
        }
        return (int) declared;
    }

    private int take(int count) throws MalformedException {
        int from = need(count, at);
        at += count;
        return from;
    }

    private int need(int count, int from) throws MalformedException {
        if (count > left()) {
            throw new MalformedException("ends at byte %d where %d more are needed".formatted(from, count - left()));
        }
        return from;
    }
}
