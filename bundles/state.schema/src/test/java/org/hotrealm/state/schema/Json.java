package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Brings recorded and decoded states into one form: maps, lists, text, booleans and doubles. */
final class Json {
    private Json() {}

    static Object canonical(JsonNode node) {
        if (node.isObject()) {
            if (node.has("$num")) {
                String number = node.get("$num").asString();
                return number.equals("-0") ? -0.0 : Double.parseDouble(number);
            }
            if (node.has("$bigint")) {
                return Double.parseDouble(node.get("$bigint").asString());
            }
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), canonical(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.values().forEach(value -> list.add(canonical(value)));
            return list;
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        return node.isNumber() ? (Object) node.asDouble() : node.asString();
    }

    static Object canonical(Object plain) {
        return switch (plain) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) -> copy.put(key, canonical(value)));
                yield copy;
            }
            case List<?> list -> list.stream().map(Json::canonical).toList();
            case Number number -> number.doubleValue();
            default -> plain;
        };
    }

    /** Fractions are compared as coarsely as the reference rounds a {@code number}. */
    static boolean alike(Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) {
            return x.equals(y) || Math.abs(x - y) <= 1e-4 * Math.max(1, Math.abs(x));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            boolean alike = x.size() == y.size();
            for (int i = 0; alike && i < x.size(); i++) {
                alike = alike(x.get(i), y.get(i));
            }
            return alike;
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet()) && x.keySet().stream().allMatch(key -> alike(x.get(key), y.get(key)));
        }
        return a.equals(b);
    }
}
