package org.hotrealm.room.api;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a payload becomes a record: a rule per field, checked against the record when the shape is built and against each
 * payload when it is read. A violation throws {@link InvalidPayload}, which names field, value and what is allowed. Built
 * once, in a static field; reading uses no reflection. Immutable.
 *
 * <pre>{@code
 * record Move(double x, double y, long seq) {}
 *
 * static final Shape<Move> MOVE = Shape.of(MethodHandles.lookup(), Move.class)
 *         .number("x", -1, 1)
 *         .number("y", -1, 1)
 *         .whole("seq", 0, 1L << 32)
 *         .build();
 * }</pre>
 *
 * @param <T> the record
 */
public final class Shape<T extends Record> {

    private final Class<T> type;
    private final List<FieldRule> rules;
    private final MethodHandle constructor;

    Shape(MethodHandles.Lookup lookup, Class<T> type, List<FieldRule> rules) {
        this.type = type;
        this.rules = List.copyOf(rules);
        RecordComponent[] components = type.getRecordComponents();
        check(components);
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalArgumentException(
                    "the constructor of %s cannot be reached; give MethodHandles.lookup() of a class that sees it"
                            .formatted(type.getName()),
                    e);
        }
    }

    /**
     * Starts the shape of a record, whose fields come in the order of its components.
     *
     * @param lookup {@code MethodHandles.lookup()} of a class that sees the record
     */
    public static <T extends Record> ShapeBuilder<T> of(MethodHandles.Lookup lookup, Class<T> type) {
        return new ShapeBuilder<>(lookup, type);
    }

    /**
     * The payload as a record.
     *
     * @throws InvalidPayload where a field is not as it must be
     */
    public T read(Payload payload) {
        @Nullable Object[] values = new Object[rules.size()];
        for (int i = 0; i < values.length; i++) {
            FieldRule rule = rules.get(i);
            values[i] = rule.read(payload);
        }
        return make(values);
    }

    private T make(@Nullable Object[] values) {
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (InvalidPayload e) {
            throw e;
        } catch (RuntimeException e) {
            // The record's own checks, in its compact constructor.
            throw new InvalidPayload(type.getSimpleName(), Arrays.toString(values), String.valueOf(e.getMessage()));
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(type.getName() + " could not be made", e);
        }
    }

    /** The rules in words, a line a field: for the documentation of a room's messages. */
    public List<String> describe() {
        return rules.stream().map(FieldRule::toString).toList();
    }

    private void check(RecordComponent[] components) {
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        List<String> given = rules.stream().map(FieldRule::name).toList();
        if (!names.equals(given)) {
            throw new IllegalArgumentException(
                    "the shape of %s has the fields %s, the record has %s: give them in its order"
                            .formatted(type.getName(), given, names));
        }
        for (int i = 0; i < components.length; i++) {
            FieldRule rule = rules.get(i);
            Class<?> wanted = components[i].getType();
            if (!rule.fits(wanted)) {
                throw new IllegalArgumentException("field '%s' of %s is a %s, its rule gives a %s"
                        .formatted(rule.name(), type.getName(), wanted.getSimpleName(), rule.gives()));
            }
        }
    }
}
