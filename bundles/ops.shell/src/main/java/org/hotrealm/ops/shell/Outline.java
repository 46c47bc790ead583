package org.hotrealm.ops.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nested data as indented lines; lists of alike things as a table. */
final class Outline {

    private Outline() {}

    static String text(Map<String, Object> data) {
        StringBuilder out = new StringBuilder();
        map("", data, out);
        return out.toString().stripTrailing();
    }

    /** The same without what JSON has no word for. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> plain = new LinkedHashMap<>();
                map.forEach((key, each) -> plain.put(String.valueOf(key), plain(each)));
                yield plain;
            }
            case List<?> list -> {
                List<@Nullable Object> plain = new ArrayList<>();
                list.forEach(each -> plain.add(plain(each)));
                yield plain;
            }
            case Number number -> number;
            case Boolean truth -> truth;
            default -> String.valueOf(value);
        };
    }

    private static void map(String indent, Map<?, ?> map, StringBuilder out) {
        map.forEach((key, value) -> {
            out.append(indent).append(key).append(':');
            value(indent + "  ", value, out);
        });
    }

    private static void value(String indent, @Nullable Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            out.append('\n');
            map(indent, map, out);
        } else if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map<?, ?> first) {
            out.append('\n');
            table(first, list)
                    .lines()
                    .forEach(line -> out.append(indent).append(line).append('\n'));
        } else {
            out.append(' ')
                    .append(value instanceof List<?> list ? words(list) : value)
                    .append('\n');
        }
    }

    private static String words(List<?> list) {
        return list.isEmpty()
                ? "none"
                : String.join(", ", list.stream().map(String::valueOf).toList());
    }

    private static String table(Map<?, ?> first, List<?> list) {
        List<String> headers = first.keySet().stream().map(String::valueOf).toList();
        Table table = new Table(headers.toArray(String[]::new));
        for (Object each : list) {
            Map<?, ?> row = (Map<?, ?>) each;
            table.row(headers.stream()
                    .map(header -> String.valueOf(row.get(header)))
                    .toArray());
        }
        return table.text();
    }
}
