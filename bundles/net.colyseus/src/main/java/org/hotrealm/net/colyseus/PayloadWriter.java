package org.hotrealm.net.colyseus;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a client gets: plain MessagePack. Whole numbers beyond 32 bits go as float64, because the SDK makes a
 * {@code BigInt} of every 64-bit integer; who wants one gives a {@link BigInteger}. One thread.
 */
final class PayloadWriter {

    private static final int DEEPEST = 64;
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64);

    private final ByteSink out;
    private int depth;

    private PayloadWriter(ByteSink out) {
        this.out = out;
    }

    /**
     * Writes the value; nothing for {@link Payload#NONE}.
     *
     * @throws IllegalArgumentException where a value has no form on the wire: the message names its class
     */
    static void write(Payload payload, ByteSink out) {
        if (!payload.none()) {
            new PayloadWriter(out).value(payload.value());
        }
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.u8(0xc0);
            case Boolean flag -> out.u8(flag ? 0xc3 : 0xc2);
            case String text -> text(text);
            case Double number -> number(number);
            case Float number -> number(number);
            case Long number -> whole(number);
            case Integer number -> whole(number);
            case Short number -> whole(number);
            case Byte number -> whole(number);
            case BigInteger number -> big(number);
            case byte[] raw -> raw(raw);
            case Instant time -> time(time);
            case Map<?, ?> map -> map(map);
            case Collection<?> list -> list(list);
            default ->
                throw new IllegalArgumentException(
                        "a payload holds a %s, which has no form on the wire; allowed are the types of Payload"
                                .formatted(value.getClass().getName()));
        }
    }

    private void number(double value) {
        if (value == Math.rint(value) && value >= Integer.MIN_VALUE && value <= 0xffff_ffffL) {
            whole((long) value);
        } else {
            out.u8(0xcb).big(Double.doubleToLongBits(value), 8);
        }
    }

    private void whole(long value) {
        if (value >= 0) {
            if (value < 0x80) {
                out.u8((int) value);
            } else if (value <= 0xff) {
                out.u8(0xcc).u8((int) value);
            } else if (value <= 0xffff) {
                out.u8(0xcd).big(value, 2);
            } else if (value <= 0xffff_ffffL) {
                out.u8(0xce).big(value, 4);
            } else {
                out.u8(0xcb).big(Double.doubleToLongBits(value), 8);
            }
        } else {
            negative(value);
        }
    }

    private void negative(long value) {
        if (value >= -32) {
            out.u8((int) value);
        } else if (value >= Byte.MIN_VALUE) {
            out.u8(0xd0).u8((int) value);
        } else if (value >= Short.MIN_VALUE) {
            out.u8(0xd1).big(value, 2);
        } else if (value >= Integer.MIN_VALUE) {
            out.u8(0xd2).big(value, 4);
        } else {
            out.u8(0xcb).big(Double.doubleToLongBits(value), 8);
        }
    }

    private void big(BigInteger value) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) >= 0) {
            throw new IllegalArgumentException(
                    "a payload holds %s, but integers of at most 64 bits can be sent".formatted(value));
        }
        out.u8(value.bitLength() < 64 ? 0xd3 : 0xcf).big(value.longValue(), 8);
    }

    private void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length < 32) {
            out.u8(0xa0 | utf8.length);
        } else {
            length(utf8.length, 0xd9);
        }
        out.raw(utf8);
    }

    private void raw(byte[] value) {
        length(value.length, 0xc4);
        out.raw(value);
    }

    private void length(int length, int head) {
        if (length <= 0xff) {
            out.u8(head).u8(length);
        } else if (length <= 0xffff) {
            out.u8(head + 1).big(length, 2);
        } else {
            out.u8(head + 2).big(length, 4);
        }
    }

    private void list(Collection<?> list) {
        count(list.size(), 0x90, 0xdc);
        for (Object item : list) {
            value(item);
        }
        depth--;
    }

    private void map(Map<?, ?> map) {
        count(map.size(), 0x80, 0xde);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text(String.valueOf(entry.getKey()));
            value(entry.getValue());
        }
        depth--;
    }

    private void count(int size, int fixed, int head) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "a payload is nested deeper than %d: does it contain itself?".formatted(DEEPEST));
        }
        if (size < 16) {
            out.u8(fixed | size);
        } else if (size <= 0xffff) {
            out.u8(head).big(size, 2);
        } else {
            out.u8(head + 1).big(size, 4);
        }
    }

    /** The standard timestamp in 32, 64 or 96 bits. */
    private void time(Instant time) {
        long seconds = time.getEpochSecond();
        long nanos = time.getNano();
        if (seconds >>> 34 != 0) {
            out.u8(0xc7).u8(12).u8(0xff).big(nanos, 4).big(seconds, 8);
        } else if (nanos == 0 && seconds >>> 32 == 0) {
            out.u8(0xd6).u8(0xff).big(seconds, 4);
        } else {
            out.u8(0xd7).u8(0xff).big(nanos << 34 | seconds, 8);
        }
    }
}
