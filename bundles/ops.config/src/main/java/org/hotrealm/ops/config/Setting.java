package org.hotrealm.ops.config;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a component, as its bundle describes it.
 *
 * @param key its name
 * @param type what its value is
 * @param many whether it is a list
 * @param byDefault texts of the default; one, unless it is a list; none where there is no default
 * @param least smallest value, or null
 * @param most largest value, or null
 * @param options the only values allowed; empty for any
 * @param text what it means
 */
record Setting(
        String key,
        Type type,
        boolean many,
        List<String> byDefault,
        @Nullable Double least,
        @Nullable Double most,
        List<String> options,
        String text) {

    /** Types of values. */
    enum Type {
        TEXT("text in quotes"),
        /** Never shown. */
        SECRET("text in quotes"),
        INTEGER("a whole number"),
        LONG("a whole number"),
        NUMBER("a number"),
        SWITCH("true or false");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** How to write a value. */
        String words() {
            return words;
        }

        /** By its name in a bundle's description. */
        static Type of(String name) {
            return switch (name) {
                case "Password" -> SECRET;
                case "Integer", "Short", "Byte" -> INTEGER;
                case "Long" -> LONG;
                case "Double", "Float" -> NUMBER;
                case "Boolean" -> SWITCH;
                default -> TEXT;
            };
        }
    }

    Setting {
        byDefault = List.copyOf(byDefault);
        options = List.copyOf(options);
    }

    /** A value is not one of this setting's; the message ends the sentence "key is". */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message, null, false, false);
        }
    }

    /** A value written in JSON, checked and in the type of this setting; a list where it is one. */
    Object check(Object value) throws Unfit {
        if (!many) {
            return single(value);
        }
        if (!(value instanceof List<?> list)) {
            throw new Unfit("%s, a list is needed: [%s]".formatted(shown(value), shown(value)));
        }
        Object[] checked = array(list.size());
        for (int i = 0; i < checked.length; i++) {
            checked[i] = single(list.get(i));
        }
        return checked;
    }

    private Object[] array(int length) {
        return switch (type) {
            case TEXT, SECRET -> new String[length];
            case INTEGER -> new Integer[length];
            case LONG -> new Long[length];
            case NUMBER -> new Double[length];
            case SWITCH -> new Boolean[length];
        };
    }

    private Object single(@Nullable Object value) throws Unfit {
        if (value instanceof List) {
            throw new Unfit("a list, %s is needed".formatted(type.words));
        }
        Object typed = switch (type) {
            case TEXT, SECRET -> value instanceof String ? value : null;
            case INTEGER -> value instanceof Long number && number == number.intValue() ? number.intValue() : null;
            case LONG -> value instanceof Long ? value : null;
            case NUMBER -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case SWITCH -> value instanceof Boolean ? value : null;
        };
        if (typed == null) {
            throw new Unfit("%s, %s is needed".formatted(shown(value), type.words));
        }
        bounds(typed);
        return typed;
    }

    private void bounds(Object value) throws Unfit {
        boolean number = value instanceof Number;
        double size = value instanceof Number it ? it.doubleValue() : 0;
        boolean low = number && least != null && !(size >= least);
        boolean high = number && most != null && !(size <= most);
        if (low || high) {
            throw new Unfit("%s, allowed are %s".formatted(shown(value), range()));
        }
        if (!options.isEmpty() && !options.contains(String.valueOf(value))) {
            throw new Unfit("%s, allowed are %s".formatted(shown(value), String.join(", ", options)));
        }
    }

    /** The values allowed, in words; the empty string where all are. */
    String range() {
        if (least == null && most == null) {
            return String.join(", ", options);
        }
        if (least != null && most != null) {
            return plain(least) + " to " + plain(most);
        }
        return least != null ? "numbers from " + plain(least) : "numbers up to " + plain(most);
    }

    private static String plain(@Nullable Double number) {
        return number == null ? "" : number == Math.rint(number) ? "%d".formatted(number.longValue()) : "" + number;
    }

    /** A value given as text, such as in a variable; a list has commas. */
    Object parse(String text) throws Unfit {
        if (!many) {
            return single(value(text));
        }
        List<Object> items = text.isBlank()
                ? List.of()
                : List.of(text.split(",", -1)).stream()
                        .map(item -> value(item.strip()))
                        .toList();
        return check(items);
    }

    /** Text as JSON would have it for this type; what cannot be stays text, and is refused as such. */
    private Object value(String text) {
        try {
            return switch (type) {
                case TEXT, SECRET -> text;
                case INTEGER, LONG -> Long.valueOf(text.strip());
                case NUMBER -> Double.valueOf(text.strip());
                case SWITCH ->
                    switch (text.strip().toLowerCase(Locale.ROOT)) {
                        case "true" -> true;
                        case "false" -> false;
                        default -> text;
                    };
            };
        } catch (NumberFormatException none) {
            return text;
        }
    }

    /** A value for people. */
    String shown(@Nullable Object value) {
        if (type == Type.SECRET) {
            return "(secret)";
        }
        return Shown.of(value);
    }
}
