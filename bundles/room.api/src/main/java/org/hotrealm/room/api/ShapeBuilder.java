package org.hotrealm.room.api;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Collects the rules of a {@link Shape}, one per component of the record and in its order.
 *
 * @param <T> the record
 */
public final class ShapeBuilder<T extends Record> {

    private final MethodHandles.Lookup lookup;
    private final Class<T> type;
    private final List<FieldRule> rules = new ArrayList<>();

    ShapeBuilder(MethodHandles.Lookup lookup, Class<T> type) {
        this.lookup = lookup;
        this.type = type;
    }

    /** A {@code double} within {@code [least, most]}. */
    public ShapeBuilder<T> number(String name, double least, double most) {
        return add(
                name,
                Double.class,
                double.class,
                "a number from %s to %s".formatted(least, most),
                (payload, field) -> payload.number(field, least, most));
    }

    /** A {@code long} within {@code [least, most]}. */
    public ShapeBuilder<T> whole(String name, long least, long most) {
        return add(
                name,
                Long.class,
                long.class,
                "a whole number from %d to %d".formatted(least, most),
                (payload, field) -> payload.whole(field, least, most));
    }

    /** An {@code int} within {@code [least, most]}. */
    public ShapeBuilder<T> integer(String name, int least, int most) {
        return add(
                name,
                Integer.class,
                int.class,
                "a whole number from %d to %d".formatted(least, most),
                (payload, field) -> (int) payload.whole(field, least, most));
    }

    /** A {@code String} of up to so many characters. */
    public ShapeBuilder<T> text(String name, int longest) {
        return add(
                name,
                String.class,
                String.class,
                "a text of up to %d characters".formatted(longest),
                (payload, field) -> payload.text(field, longest));
    }

    /** A {@code boolean}. */
    public ShapeBuilder<T> flag(String name) {
        return add(name, Boolean.class, boolean.class, "true or false", Payload::flag);
    }

    /** A {@code byte[]} of up to so many bytes. */
    public ShapeBuilder<T> bytes(String name, int longest) {
        return add(name, byte[].class, byte[].class, "up to %d bytes".formatted(longest), (payload, field) -> {
            if (!(payload.field(field) instanceof byte[] bytes) || bytes.length > longest) {
                throw new InvalidPayload(
                        field, payload.field(field), "bytes are needed, %d at most".formatted(longest));
            }
            return bytes;
        });
    }

    /** A constant of an enum, by its name in any case. */
    public <E extends Enum<E>> ShapeBuilder<T> oneOf(String name, Class<E> constants) {
        List<E> all = List.of(constants.getEnumConstants());
        return add(
                name,
                constants,
                constants,
                "one of " + all,
                (payload, field) -> all.stream()
                        .filter(one -> one.name().equalsIgnoreCase(String.valueOf(payload.field(field))))
                        .findFirst()
                        .orElseThrow(
                                () -> new InvalidPayload(field, payload.field(field), "one of " + all + " is needed")));
    }

    /** A record of a shape of its own; a violation names the way to the field. */
    public <R extends Record> ShapeBuilder<T> shape(String name, Class<R> record, Shape<R> shape) {
        return add(
                name,
                record,
                record,
                shape.describe().toString(),
                (payload, field) -> within(field, shape, payload.field(field)));
    }

    /** A {@code List} of up to so many records. */
    public <R extends Record> ShapeBuilder<T> list(String name, int most, Shape<R> shape) {
        return add(
                name, List.class, List.class, "up to %d of %s".formatted(most, shape.describe()), (payload, field) -> {
                    List<?> items = items(payload, field, most);
                    List<R> read = new ArrayList<>(items.size());
                    for (int i = 0; i < items.size(); i++) {
                        read.add(within(field + "[" + i + "]", shape, items.get(i)));
                    }
                    return List.copyOf(read);
                });
    }

    /** A missing field gives this instead of a violation; follows the field it is about. */
    public ShapeBuilder<T> otherwise(Object value) {
        if (rules.isEmpty()) {
            throw new IllegalStateException("otherwise follows the field it is about");
        }
        rules.add(rules.removeLast().otherwise(value));
        return this;
    }

    /**
     * The finished shape.
     *
     * @throws IllegalArgumentException where the fields are not those of the record
     */
    public Shape<T> build() {
        return new Shape<>(lookup, type, rules);
    }

    private static List<?> items(Payload payload, String field, int most) {
        if (!(payload.field(field) instanceof List<?> items)) {
            throw new InvalidPayload(field, payload.field(field), "a list is needed");
        }
        if (items.size() > most) {
            throw new InvalidPayload(field, items.size() + " items", "at most " + most + " are allowed");
        }
        return items;
    }

    private static <R extends Record> R within(
            String field, Shape<R> shape, @org.jspecify.annotations.Nullable Object value) {
        try {
            return shape.read(Payload.of(value));
        } catch (InvalidPayload e) {
            throw e.within(field);
        }
    }

    private ShapeBuilder<T> add(
            String name, Class<?> boxed, Class<?> primitive, String rule, BiFunction<Payload, String, Object> reader) {
        rules.add(new FieldRule(name, boxed, primitive, rule, null, reader));
        return this;
    }
}
