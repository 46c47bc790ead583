package org.hotrealm.net.colyseus;

import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Recordings of the original server and SDK, read from the test resources. */
final class Vectors {

    static final List<String> SESSIONS = List.of(
            "auth-token",
            "close-codes",
            "errors-join",
            "legacy-0.16",
            "legacy-0.17",
            "reconnect-automatic",
            "reconnect-manual",
            "reconnect-server-4010",
            "reconnect-uptime-too-short",
            "session-after-patch",
            "session-basic",
            "session-input",
            "session-lobby",
            "session-messages",
            "session-nostate",
            "session-ping",
            "session-queue",
            "session-relay",
            "session-requests",
            "session-view");

    /** Stands for a value that JavaScript knows and we do not. */
    static final Object UNDEFINED = new Object();

    private Vectors() {}

    static JsonNode load(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/wire/" + name + ".json")) {
            return new ObjectMapper().readTree(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** A value as text in which equal values are equal, with their classes: arrays and NaN have no equality of use. */
    static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> "bytes " + hex(bytes);
            case List<?> list -> list.stream().map(Vectors::text).toList().toString();
            case Map<?, ?> map -> {
                Map<String, String> texts = new java.util.TreeMap<>();
                map.forEach((key, item) -> texts.put((String) key, text(item)));
                yield texts.toString();
            }
            default -> value.getClass().getSimpleName() + " " + value;
        };
    }

    /** A payload as such a text. */
    static String text(org.hotrealm.room.api.Payload payload) {
        return payload.none() ? "none" : text(payload.value());
    }

    /** The value a vector means, as a payload has it. */
    static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> node.asBoolean();
            case STRING -> node.asString();
            case NUMBER -> number(node.doubleValue());
            case ARRAY -> list(node);
            default ->
                node.size() > 0 && node.propertyNames().iterator().next().startsWith("$") ? tagged(node) : map(node);
        };
    }

    private static Object number(double value) {
        boolean whole = value == Math.rint(value) && value >= Integer.MIN_VALUE && value <= 0xffff_ffffL;
        return whole ? (Object) (long) value : (Object) value;
    }

    private static Object tagged(JsonNode node) {
        String tag = node.propertyNames().iterator().next();
        JsonNode value = node.get(tag);
        return switch (tag) {
            case "$undefined", "$absent" -> UNDEFINED;
            case "$bigint" -> new BigInteger(value.asString());
            case "$bytes", "$arraybuffer" -> hex(value.asString());
            case "$date" -> value.asString().equals("Invalid") ? null : Instant.parse(value.asString());
            case "$num" -> value.asString().equals("-0") ? (Object) 0L : (Object) Double.valueOf(value.asString());
            case "$jsset" -> list(value);
            case "$jsmap" -> jsMap(value);
            default -> throw new IllegalArgumentException("unknown tag " + tag);
        };
    }

    private static List<Object> list(JsonNode node) {
        List<Object> list = new ArrayList<>();
        node.forEach(item -> list.add(value(item) == UNDEFINED ? null : value(item)));
        return list;
    }

    private static Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            Object value = value(entry.getValue());
            if (value != UNDEFINED) {
                map.put(entry.getKey(), value);
            }
        });
        return map;
    }

    private static Map<String, Object> jsMap(JsonNode pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        pairs.forEach(pair -> map.put(String.valueOf(value(pair.get(0))), value(pair.get(1))));
        return map;
    }
}
