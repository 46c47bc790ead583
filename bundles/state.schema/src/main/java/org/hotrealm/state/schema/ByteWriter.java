package org.hotrealm.state.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing little-endian buffer, reused from message to message. */
final class ByteWriter {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** A short piece is copied in words of eight bytes, up to so many. */
    static final int SPARE = 32;

    byte[] bytes;
    int at;

    ByteWriter(int capacity) {
        bytes = new byte[capacity];
    }

    void reset() {
        at = 0;
    }

    /** Makes room for so many bytes. */
    void need(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
        }
    }

    void u8(int value) {
        need(1);
        bytes[at++] = (byte) value;
    }

    void u16(int value) {
        need(2);
        SHORT.set(bytes, at, (short) value);
        at += 2;
    }

    void u32(int value) {
        need(4);
        INT.set(bytes, at, value);
        at += 4;
    }

    void u64(long value) {
        need(8);
        LONG.set(bytes, at, value);
        at += 8;
    }

    /** Copies a piece; a short one in whole words, what is too much of them is overwritten by what comes next. */
    void raw(byte[] from, int offset, int length) {
        if (length <= SPARE && offset + SPARE <= from.length) {
            need(SPARE);
            LONG.set(bytes, at, (long) LONG.get(from, offset));
            LONG.set(bytes, at + 8, (long) LONG.get(from, offset + 8));
            if (length > 16) {
                LONG.set(bytes, at + 16, (long) LONG.get(from, offset + 16));
                LONG.set(bytes, at + 24, (long) LONG.get(from, offset + 24));
            }
            at += length;
            return;
        }
        need(length);
        System.arraycopy(from, offset, bytes, at, length);
        at += length;
    }

    /** The number of a node, or an index, into an array with room for it; where it ends. */
    static int count(byte[] into, int at, int value) {
        if (value < 0x80) {
            into[at] = (byte) value;
            return at + 1;
        }
        if (value < 0x100) {
            into[at] = (byte) 0xcc;
            into[at + 1] = (byte) value;
            return at + 2;
        }
        boolean isShort = value < 0x10000;
        into[at] = (byte) (isShort ? 0xcd : 0xce);
        INT.set(into, at + 1, value);
        return at + (isShort ? 3 : 5);
    }

    /** The lower bytes of a value into an array with room for eight. */
    static void low(byte[] into, int at, long value) {
        LONG.set(into, at, value);
    }

    /** A value of so many bytes, or a number in its shortest form, into an array with room for it; where it ends. */
    int value(int width, long value, int to) {
        if (width != 0) {
            low(bytes, to, value);
            return to + width;
        }
        at = to;
        number(Double.longBitsToDouble(value));
        return at;
    }

    /** An integer in the shortest of the self-describing forms. */
    void number(long value) {
        if (value >= 0) {
            positive(value);
        } else if (value >= -32) {
            u8((int) value);
        } else if (value >= Byte.MIN_VALUE) {
            u8(0xd0);
            u8((int) value);
        } else if (value >= Short.MIN_VALUE) {
            u8(0xd1);
            u16((int) value);
        } else {
            u8(0xd2);
            u32((int) value);
        }
    }

    private void positive(long value) {
        if (value < 0x80) {
            u8((int) value);
        } else if (value < 0x100) {
            u8(0xcc);
            u8((int) value);
        } else if (value < 0x10000) {
            u8(0xcd);
            u16((int) value);
        } else {
            u8(0xce);
            u32((int) value);
        }
    }

    /** Any number in its shortest exact form. */
    void number(double value) {
        double exact = Primitive.visible(value);
        long whole = (long) exact;
        boolean negativeZero = exact == 0 && 1 / exact < 0;
        if (whole == exact && whole >= Integer.MIN_VALUE && whole <= 0xffffffffL && !negativeZero) {
            number(whole);
        } else if ((float) exact == exact) {
            u8(0xca);
            u32(Float.floatToRawIntBits((float) exact));
        } else {
            u8(0xcb);
            u64(Double.doubleToRawLongBits(exact));
        }
    }

    void string(String text) {
        int length = text.length();
        if (length < 32 && isAscii(text)) {
            need(length + 1);
            bytes[at++] = (byte) (0xa0 | length);
            ascii(text);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length < 32) {
            u8(0xa0 | utf8.length);
        } else if (utf8.length < 0x100) {
            u8(0xd9);
            u8(utf8.length);
        } else if (utf8.length < 0x10000) {
            u8(0xda);
            u16(utf8.length);
        } else {
            u8(0xdb);
            u32(utf8.length);
        }
        raw(utf8, 0, utf8.length);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            bytes[at++] = (byte) text.charAt(i);
        }
    }
}
