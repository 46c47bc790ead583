package org.hotrealm.content.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A place in a JSON file that has passed its schema: types are known to be right, what is left out takes the default.
 *
 * @param file the file, relative to the content folder
 * @param pointer JSON pointer of the place
 * @param node what is there; a missing node where there is nothing
 */
record Json(String file, String pointer, JsonNode node) {

    /** The empty place of a file that could not be read. */
    static Json nothing(String file) {
        return new Json(file, "", MissingNode.getInstance());
    }

    Json get(String name) {
        JsonNode child = node.get(name);
        return new Json(file, pointer + "/" + escape(name), child == null ? MissingNode.getInstance() : child);
    }

    Json get(int index) {
        return new Json(file, pointer + "/" + index, node.get(index));
    }

    boolean missing() {
        return node.isMissingNode();
    }

    String text(String name, String otherwise) {
        JsonNode child = node.get(name);
        return child == null ? otherwise : child.stringValue("");
    }

    int integer(String name, int otherwise) {
        JsonNode child = node.get(name);
        return child == null ? otherwise : child.intValue();
    }

    double number(String name, double otherwise) {
        JsonNode child = node.get(name);
        return child == null ? otherwise : child.doubleValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode child = node.get(name);
        return child == null ? otherwise : child.booleanValue();
    }

    /** A constant of an enum, written in small letters with hyphens. */
    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
        JsonNode child = node.get(name);
        return child == null
                ? otherwise
                : Enum.valueOf(type, child.stringValue("").replace('-', '_').toUpperCase(java.util.Locale.ROOT));
    }

    List<Json> items() {
        List<Json> items = new ArrayList<>(node.size());
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            items.add(get(i));
        }
        return items;
    }

    <T> List<T> items(Function<Json, T> reader) {
        return items().stream().map(reader).toList();
    }

    List<String> texts() {
        return items(item -> item.node().stringValue(""));
    }

    Map<String, Double> numbers() {
        return fields((name, value) -> value.node().doubleValue());
    }

    /** Every member of an object, read with its name, in the file's order. */
    <T> Map<String, T> fields(BiFunction<String, Json, T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        for (String name : node.propertyNames()) {
            read.put(name, reader.apply(name, get(name)));
        }
        return read;
    }

    /** The value of a Tiled custom property, or a missing place. */
    Json property(String name) {
        for (Json property : get("properties").items()) {
            if (property.text("name", "").equals(name)) {
                return property.get("value");
            }
        }
        return new Json(file, pointer + "/properties", MissingNode.getInstance());
    }

    static @Nullable String parent(String pointer) {
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? null : pointer.substring(0, slash);
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
