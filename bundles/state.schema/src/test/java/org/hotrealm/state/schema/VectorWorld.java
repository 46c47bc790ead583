package org.hotrealm.state.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Performs the recorded mutations of a case on a state of ours. */
@SuppressWarnings("unchecked")
final class VectorWorld {
    private final VectorTypes types;
    private final Map<String, Object> handles = new HashMap<>();
    private final Map<String, StateView> views;
    final StateObject root;

    VectorWorld(JsonNode vector, Map<String, StateView> views) {
        this.types = new VectorTypes(vector);
        this.views = views;
        this.root = bare(types.get(vector.get("schema").get("root").asString()));
        handles.put("root", root);
    }

    /** The recorded programs start without collections. */
    private static StateObject bare(StateType type) {
        StateObject object = type.create();
        for (FieldSpec field : type.fields) {
            object.unset(field);
        }
        return object;
    }

    private Object resolve(String path) {
        String[] steps = path.split("\\.");
        Object at = handles.get(steps[0]);
        for (int i = 1; i < steps.length; i++) {
            StateObject object = (StateObject) at;
            at = object.reference(object.type.find(steps[i]));
        }
        return at;
    }

    void run(JsonNode op) {
        String name = op.get("op").asString();
        Object target = op.has("obj") ? resolve(op.get("obj").asString()) : null;
        switch (name) {
            case "set" -> set((StateObject) target, op.get("field").asString(), op.get("value"));
            case "unset" -> unset((StateObject) target, op.get("field").asString());
            case "clear" -> ((StateContainer) target).clear();
            case "map.set" -> {
                StateMap<Object> map = (StateMap<Object>) target;
                map.put(op.get("key").asString(), value(map.field, op.get("value")));
            }
            case "map.delete" ->
                ((StateMap<Object>) target).remove(op.get("key").asString());
            case "set.add", "collection.add", "stream.add" -> {
                StateEntries<Object> bag = (StateEntries<Object>) target;
                bag.add(value(bag.field, op.get("value")));
            }
            case "set.delete", "collection.delete", "stream.remove" -> {
                StateEntries<Object> bag = (StateEntries<Object>) target;
                bag.remove(value(bag.field, op.get("value")));
            }
            case "stream.maxPerTick" -> {}
            default -> {
                if (name.startsWith("view.")) {
                    view(views.get(op.get("client").asString()), name, target, op);
                } else {
                    array((StateArray<Object>) target, name, op);
                }
            }
        }
    }

    private static void view(StateView view, String name, Object target, JsonNode op) {
        switch (name) {
            case "view.subscribe" -> view.subscribe((StateContainer) target);
            case "view.unsubscribe" -> view.unsubscribe((StateContainer) target);
            case "view.remove" -> view.remove((StateObject) target);
            default -> {
                if (op.has("tag")) {
                    view.add((StateObject) target, op.get("tag").asInt());
                } else if (target instanceof StateObject object) {
                    view.add(object);
                }
            }
        }
    }

    private void array(StateArray<Object> array, String name, JsonNode op) {
        switch (name) {
            case "array.push" -> op.get("values").values().forEach(v -> array.add(value(array.field, v)));
            case "array.pop" -> splice(array, array.size() - 1, 1, null);
            case "array.shift" -> splice(array, 0, 1, null);
            case "array.unshift" -> splice(array, 0, 0, op.get("values"));
            case "array.splice" ->
                splice(array, op.get("start").asInt(), op.get("deleteCount").asInt(), op.get("values"));
            case "array.set" -> array.set(op.get("index").asInt(), value(array.field, op.get("value")));
            case "array.reverse" -> array.reverse();
            case "array.sort" -> array.sort(order(op));
            case "array.move" ->
                op.get("swaps")
                        .values()
                        .forEach(swap ->
                                array.swap(swap.get(0).asInt(), swap.get(1).asInt()));
            default -> throw new IllegalArgumentException("unknown mutation " + name);
        }
    }

    private void splice(StateArray<Object> array, int start, int count, JsonNode values) {
        for (int i = 0; i < count && start >= 0 && start < array.size(); i++) {
            array.removeAt(start);
        }
        int at = start;
        if (values != null) {
            for (JsonNode value : values.values()) {
                array.add(at++, value(array.field, value));
            }
        }
    }

    private static Comparator<Object> order(JsonNode op) {
        boolean down = op.has("dir") && op.get("dir").asString().equals("desc");
        Comparator<Object> up = (a, b) -> ((Comparable<Object>) sortKey(a, op)).compareTo(sortKey(b, op));
        return down ? up.reversed() : up;
    }

    private static Object sortKey(Object value, JsonNode op) {
        if (!(value instanceof StateObject object)) {
            return value;
        }
        FieldSpec field = object.type.find(op.get("by").asString());
        return field.kind.isBits() ? (Object) object.bits(field) : object.reference(field);
    }

    private void unset(StateObject object, String field) {
        object.unset(object.type.find(field));
    }

    private void set(StateObject object, String name, JsonNode json) {
        FieldSpec field = object.type.find(name);
        if (json.isNull()) {
            object.unset(field);
        } else if (field.kind.isContainer()) {
            fill(object, field, json);
        } else if (field.kind == Kind.REF) {
            object.setObject(field, (StateObject) value(field, json));
        } else if (field.quantized != null) {
            object.setBits(field, field.quantized.encode(number(json)));
        } else if (field.kind == Kind.STRING) {
            object.setText(field, text(json));
        } else {
            object.setBits(field, bits(field.kind, json));
        }
    }

    private void fill(StateObject object, FieldSpec field, JsonNode json) {
        // Values are made before the collection: they may name the handle of an older one.
        JsonNode content = json.properties().stream()
                .filter(entry -> entry.getKey().startsWith("$"))
                .findFirst()
                .orElseThrow()
                .getValue();
        List<Object> values = new ArrayList<>();
        content.values().forEach(entry -> values.add(value(field, field.kind == Kind.MAP ? entry.get(1) : entry)));
        StateContainer container = object.renewContainer(field);
        for (int i = 0; i < values.size(); i++) {
            switch (container) {
                case StateMap<?> map ->
                    ((StateMap<Object>) map).put(content.get(i).get(0).asString(), values.get(i));
                case StateArray<?> array -> ((StateArray<Object>) array).add(values.get(i));
                case StateEntries<?> bag -> ((StateEntries<Object>) bag).add(values.get(i));
            }
        }
        if (json.has("as")) {
            handles.put(json.get("as").asString(), container);
        }
    }

    private Object value(FieldSpec field, JsonNode json) {
        if (json.has("$ref")) {
            return resolve(json.get("$ref").asString());
        }
        if (json.has("$new")) {
            StateObject made = bare(types.get(json.get("$new").asString()));
            if (json.has("as")) {
                handles.put(json.get("as").asString(), made);
            }
            if (json.has("set")) {
                json.get("set").properties().forEach(entry -> set(made, entry.getKey(), entry.getValue()));
            }
            return made;
        }
        return field.element == Kind.STRING ? text(json) : Primitive.boxed(field.element, bits(field.element, json));
    }

    private static String text(JsonNode json) {
        return json.has("$repeat")
                ? json.get("$repeat")
                        .get(0)
                        .asString()
                        .repeat(json.get("$repeat").get(1).asInt())
                : json.asString();
    }

    private static double number(JsonNode json) {
        return (Double) Json.canonical(json);
    }

    /** Integers wrap and truncate, as the recorded programs rely on. */
    private static long bits(Kind kind, JsonNode json) {
        if (json.has("$bigint")) {
            return new BigInteger(json.get("$bigint").asString()).longValue();
        }
        return switch (kind) {
            case BOOLEAN -> json.asBoolean() ? 1 : 0;
            case FLOAT32 -> Float.floatToRawIntBits((float) number(json));
            case FLOAT64 -> Double.doubleToRawLongBits(number(json));
            case NUMBER -> Double.doubleToRawLongBits(Primitive.visible(number(json)));
            case INT8 -> (byte) wrapped(json);
            case UINT8 -> wrapped(json) & 0xff;
            case INT16 -> (short) wrapped(json);
            case UINT16 -> wrapped(json) & 0xffff;
            case INT32 -> (int) wrapped(json);
            case UINT32 -> wrapped(json) & 0xffffffffL;
            default -> wrapped(json);
        };
    }

    private static long wrapped(JsonNode json) {
        double value = number(json);
        return Double.isFinite(value) ? new BigDecimal(value).toBigInteger().longValue() : 0;
    }
}
