package org.hotrealm.realm.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects bytes: whole numbers take 1 to 10 (zigzag, 7 bits a byte), fractions 8, texts their UTF-8 and length. */
final class ByteWriter {

    private byte[] bytes = new byte[4096];
    private int size;

    ByteWriter whole(long value) {
        room(10);
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
        return this;
    }

    ByteWriter real(double value) {
        room(8);
        long bits = Double.doubleToLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
        return this;
    }

    ByteWriter flag(boolean value) {
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    ByteWriter text(String value) {
        byte[] utf = value.getBytes(StandardCharsets.UTF_8);
        whole(utf.length);
        room(utf.length);
        System.arraycopy(utf, 0, bytes, size, utf.length);
        size += utf.length;
        return this;
    }

    ByteWriter perhaps(@Nullable String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    byte[] done() {
        return Arrays.copyOf(bytes, size);
    }

    /** FNV-1a over what was written, stirred at the end so that all 64 bits count. */
    long digest() {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < size; i++) {
            hash = (hash ^ (bytes[i] & 0xFF)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
