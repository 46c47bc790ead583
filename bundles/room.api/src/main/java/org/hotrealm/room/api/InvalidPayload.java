package org.hotrealm.room.api;

import org.jspecify.annotations.Nullable;

/** A client's payload is not as it must be. The message names field, value and what is allowed. */
public final class InvalidPayload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    private final String problem;

    /** A violation of one field. */
    public InvalidPayload(String field, @Nullable Object value, String problem) {
        this(field, "is %s: %s".formatted(shorten(value), problem));
    }

    private InvalidPayload(String field, String problem) {
        super("field '%s' %s".formatted(field, problem));
        this.field = field;
        this.problem = problem;
    }

    /** The same, told of a field within another. */
    public InvalidPayload within(String outer) {
        return new InvalidPayload(outer + "." + field, problem);
    }

    /** The field concerned. */
    public String field() {
        return field;
    }

    private static String shorten(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
