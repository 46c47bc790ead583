package org.hotrealm.ops.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as JSON has them. */
final class Shown {

    private Shown() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Object[] array -> of(Arrays.asList(array));
            case List<?> list -> list.stream().map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
            case Number number
            when number instanceof Double && number.doubleValue() == number.longValue() ->
                Long.toString(number.longValue());
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            default -> quoted(value.toString());
        };
    }

    /** As a text of JSON. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
