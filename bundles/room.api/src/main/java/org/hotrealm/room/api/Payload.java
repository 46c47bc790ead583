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

    /** Whether nothing was carried. */
    public boolean none() {
        return this == NONE;
    }

    /** The field of a map, or null where it is missing or this is no map. */
    public @Nullable Object field(String name) {
        return value instanceof Map<?, ?> map ? map.get(name) : null;
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
            case null, default -> value;
        };
    }
}
