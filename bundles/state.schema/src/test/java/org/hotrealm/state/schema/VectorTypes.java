package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Declares the types of a recorded case. */
final class VectorTypes {
    private final Map<String, JsonNode> described = new LinkedHashMap<>();
    private final Map<String, StateType> types = new LinkedHashMap<>();

    /** Entries a tick, which recorded programs set on the stream itself, by type and field. */
    private final Map<String, Integer> perTick = new LinkedHashMap<>();

    /** The recorded server shows streams to views entry by entry without saying so in the type. */
    private final boolean streamsAreViewed;

    VectorTypes(JsonNode vector) {
        JsonNode schema = vector.get("schema");
        String root = schema.get("root").asString();
        JsonNode setup = vector.get("setup");
        (setup == null ? List.<JsonNode>of() : setup.values()).forEach(op -> {
            if (op.get("op").asString().equals("stream.maxPerTick")) {
                String path = op.get("obj").asString();
                perTick.put(
                        root + path.substring(path.indexOf('.')),
                        op.get("value").asInt());
            }
        });
        streamsAreViewed =
                vector.has("clients") && vector.get("clients").values().stream().anyMatch(client -> client.has("view"));
        schema.get("types")
                .values()
                .forEach(type -> described.put(type.get("name").asString(), type));
        described.keySet().forEach(this::get);
    }

    StateType get(String name) {
        StateType known = types.get(name);
        if (known != null) {
            return known;
        }
        JsonNode type = described.get(name);
        StateType.Builder builder = StateType.named(name);
        if (type.has("extends")) {
            builder.extending(get(type.get("extends").asString()));
        }
        type.get("fields").values().forEach(field -> declare(builder, name, field));
        StateType built = builder.build();
        types.put(name, built);
        return built;
    }

    private void declare(StateType.Builder builder, String owner, JsonNode described) {
        String name = described.get("name").asString();
        StateField<?> field = kind(builder, owner, name, described.get("type"));
        if (described.has("view")) {
            int tag = described.get("view").asInt();
            if (tag < 0) {
                field.view();
            } else {
                field.view(tag);
            }
        }
        if (described.has("deprecated")) {
            field.deprecated();
        }
        if (described.has("patchOnly")) {
            field.patchOnly();
        }
        if (described.has("fullStateOnly")) {
            field.fullStateOnly();
        }
        if (described.has("unreliable")) {
            field.unreliable();
        }
        if (field instanceof StreamField stream) {
            stream.perTick(perTick.getOrDefault(owner + "." + name, StreamField.PER_TICK));
            if (streamsAreViewed) {
                stream.view();
            }
        }
    }

    private StateField<?> kind(StateType.Builder builder, String owner, String name, JsonNode type) {
        if (type.isString()) {
            String plain = type.asString();
            return described.containsKey(plain)
                    ? builder.ref(name, target(builder, owner, plain), derived(plain))
                    : primitive(builder, name, Kind.of(plain));
        }
        Map.Entry<String, JsonNode> entry = type.properties().iterator().next();
        if (entry.getKey().equals("quantized")) {
            JsonNode q = entry.getValue();
            boolean wrap = q.has("mode")
                    && (q.get("mode").isNumber()
                            ? q.get("mode").asInt() == 1
                            : q.get("mode").asString().equals("wrap"));
            return builder.quantized(
                    name,
                    q.get("min").asDouble(),
                    q.get("max").asDouble(),
                    q.has("bits") ? q.get("bits").asInt() : 16,
                    wrap ? Quantized.WRAP : Quantized.CLAMP);
        }
        return collection(
                builder, owner, name, Kind.of(entry.getKey()), entry.getValue().asString());
    }

    private StateField<?> collection(StateType.Builder builder, String owner, String name, Kind kind, String element) {
        if (described.containsKey(element)) {
            TypeRef target = target(builder, owner, element);
            StateType[] derived = derived(element);
            return switch (kind) {
                case MAP -> builder.map(name, target, derived);
                case ARRAY -> builder.array(name, target, derived);
                case SET -> builder.set(name, target, derived);
                case STREAM -> builder.stream(name, target, derived);
                default -> builder.collection(name, target, derived);
            };
        }
        Primitive<?> plain = Primitive.of(Kind.of(element));
        return switch (kind) {
            case MAP -> builder.map(name, plain);
            case ARRAY -> builder.array(name, plain);
            case SET -> builder.set(name, plain);
            default -> builder.collection(name, plain);
        };
    }

    private static StateField<?> primitive(StateType.Builder builder, String name, Kind kind) {
        return switch (kind) {
            case BOOLEAN -> builder.bool(name);
            case INT8 -> builder.int8(name);
            case UINT8 -> builder.uint8(name);
            case INT16 -> builder.int16(name);
            case UINT16 -> builder.uint16(name);
            case INT32 -> builder.int32(name);
            case UINT32 -> builder.uint32(name);
            case INT64 -> builder.int64(name);
            case UINT64 -> builder.uint64(name);
            case BIGINT64 -> builder.bigint64(name);
            case BIGUINT64 -> builder.biguint64(name);
            case FLOAT32 -> builder.float32(name);
            case FLOAT64 -> builder.float64(name);
            case NUMBER -> builder.number(name);
            default -> builder.string(name);
        };
    }

    private TypeRef target(StateType.Builder builder, String owner, String name) {
        return name.equals(owner) ? builder : get(name);
    }

    /** The recorded server allows every derived type; here they are listed. */
    private StateType[] derived(String base) {
        List<StateType> derived = new ArrayList<>();
        for (String name : described.keySet()) {
            if (!name.equals(base) && extendsType(name, base)) {
                derived.add(get(name));
            }
        }
        return derived.toArray(StateType[]::new);
    }

    private boolean extendsType(String name, String base) {
        JsonNode type = described.get(name);
        return name.equals(base)
                || (type.has("extends") && extendsType(type.get("extends").asString(), base));
    }
}
