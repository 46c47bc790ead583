package org.hotrealm.ops.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows under headers: aligned columns for people, a list of objects for machines. */
final class Table {

    private final List<String> headers;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    Table(String... headers) {
        this.headers = List.of(headers);
    }

    Table row(Object... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException("%d cells for %d headers".formatted(cells.length, headers.size()));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(headers.get(i), cells[i]);
        }
        rows.add(row);
        return this;
    }

    List<Map<String, Object>> rows() {
        return List.copyOf(rows);
    }

    String text() {
        if (rows.isEmpty()) {
            return "none";
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(headers));
        rows.forEach(
                row -> lines.add(line(row.values().stream().map(Table::cell).toList())));
        return String.join("\n", lines);
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i));
            if (i < cells.size() - 1) {
                line.append(" ".repeat(width(i) - cells.get(i).length() + 2));
            }
        }
        return line.toString();
    }

    private int width(int column) {
        String header = headers.get(column);
        return rows.stream().mapToInt(row -> cell(row.get(header)).length()).reduce(header.length(), Math::max);
    }

    private static String cell(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list
                ? String.join(" ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
