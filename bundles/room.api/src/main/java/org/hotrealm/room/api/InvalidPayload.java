package org.hotrealm.room.api;

import org.jspecify.annotations.Nullable;

/** A client's payload is not as it must be. The message names field, value and what is allowed. */
public final class InvalidPayload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** A violation of one field. */
    public InvalidPayload(String field, @Nullable Object value, String problem) {
        super("field '%s' is %s: %s".formatted(field, shorten(value), problem));
        this.field = field;
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
