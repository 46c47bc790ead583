package org.hotrealm.room.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message, a join or an answer carries: null, {@link Boolean}, {@link Long}, {@link Double}, {@link String},
 * {@code byte[]}, {@link java.math.BigInteger}, {@link java.time.Instant}, or a {@link List} or {@link Map} (keys are
 * strings) of these. The readers check what clients send: a violation names the field, the value and what is allowed.
 *
 * @param value the value; {@link #NONE} carries none at all, which differs from carrying null
 */
public record Payload(@Nullable Object value) {

    /** No payload. */
    public static final Payload NONE = new Payload(new Object[0]);

    /** A payload of this value (one of the types above; {@link Integer}, {@link Float} and others are widened). */
    public static Payload of(@Nullable Object value) {
        return new Payload(widen(value));
    }

    /** A map from keys and values in turn. */
    public static Payload map(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(keysAndValues.length / 2);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), widen(keysAndValues[i + 1]));
        }
        return new Payload(Collections.unmodifiableMap(map));
    }

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @throws IllegalArgumentException where the bytes are no payload
     */
    public static Payload ofBytes(byte[] bytes) {
        return PayloadCodec.read(bytes);
    }

    /** The value in bytes that {@link #ofBytes} reads, for timers, calls and files. An {@link java.time.Instant} stays one. */
    public byte[] bytes() {
        return PayloadCodec.write(this);
    }

    /** This map with one field set; a payload that is no map counts as an empty one. */
    public Payload with(String name, @Nullable Object fieldValue) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>(fields());
        map.put(name, widen(fieldValue));
        return new Payload(Collections.unmodifiableMap(map));
    }

    /** Whether two values are equal as a client sees them: 1 and 1.0 are, {@code "1"} is not. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return java.util.Objects.equals(widen(one), widen(other));
    }

    /** Whether nothing was carried. */
    public boolean none() {
        return this == NONE;
    }

    /** The field of a map, or null where it is missing or this is no map. */
    public @Nullable Object field(String name) {
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** The fields where this is a map; empty otherwise. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> fields() {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return field(name) != null;
    }

    /** A text field of 0 to {@code longest} characters. */
    public String text(String name, int longest) {
        if (!(field(name) instanceof String text)) {
            throw new InvalidPayload(name, field(name), "a text is needed");
        }
        if (text.length() > longest) {
            throw new InvalidPayload(name, text.length() + " characters", "at most " + longest + " are allowed");
        }
        return text;
    }

    /** A text field, or this where it is missing. */
    public String text(String name, int longest, String otherwise) {
        return has(name) ? text(name, longest) : otherwise;
    }

    /** A finite number within {@code [least, most]}. */
    public double number(String name, double least, double most) {
        Object found = field(name);
        double number = found instanceof Number n ? n.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw new InvalidPayload(name, found, "a number from %s to %s is needed".formatted(least, most));
        }
        return number;
    }

    /** A whole number within {@code [least, most]}. */
    public long whole(String name, long least, long most) {
        double number = number(name, least, most);
        if (number != Math.rint(number)) {
            throw new InvalidPayload(name, number, "a whole number is needed");
        }
        return (long) number;
    }

    /** A boolean field. */
    public boolean flag(String name) {
        if (field(name) instanceof Boolean flag) {
            return flag;
        }
        throw new InvalidPayload(name, field(name), "true or false is needed");
    }

    /** The items where this is a list; empty otherwise. */
    public List<?> items() {
        return value instanceof List<?> list ? list : List.of();
    }

    private static @Nullable Object widen(@Nullable Object value) {
        return switch (value) {
            case Integer i -> (long) i;
            case Short s -> (long) s;
            case Byte b -> (long) b;
            case Float f -> (double) f;
            case Payload p -> p.none() ? null : p.value();
            case null, default -> value;
        };
    }
}
