package org.hotrealm.room.api;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How one field of a {@link Shape} is read.
 *
 * @param name the field
 * @param boxed the type of what it gives
 * @param primitive its unboxed type, or the same
 * @param rule what is allowed, in words
 * @param otherwise what a missing field gives; null where it must be there
 * @param reader reads and checks it
 */
record FieldRule(
        String name,
        Class<?> boxed,
        Class<?> primitive,
        String rule,
        @Nullable Object otherwise,
        BiFunction<Payload, String, Object> reader) {

    Object read(Payload payload) {
        if (otherwise != null && !payload.has(name)) {
            return otherwise;
        }
        return reader.apply(payload, name);
    }

    boolean fits(Class<?> component) {
        return component == boxed || component == primitive;
    }

    String gives() {
        return primitive.getSimpleName();
    }

    FieldRule otherwise(Object value) {
        if (!boxed.isInstance(value)) {
            throw new IllegalArgumentException(
                    "field '%s' is a %s, its default %s is none".formatted(name, boxed.getSimpleName(), value));
        }
        return new FieldRule(name, boxed, primitive, rule, value, reader);
    }

    @Override
    public String toString() {
        return name + ": " + rule + (otherwise == null ? "" : ", else " + otherwise);
    }
}
