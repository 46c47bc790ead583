package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the types out of a handshake. */
final class MirrorTypes {
    private static final List<Mirror.Type> REFLECTION = List.of(
            new Mirror.Type(0, List.of(array("types", 1), plain("rootType", Kind.NUMBER))),
            new Mirror.Type(1, List.of(plain("id", Kind.NUMBER), plain("extendsId", Kind.NUMBER), array("fields", 2))),
            new Mirror.Type(
                    2,
                    List.of(
                            plain("name", Kind.STRING),
                            plain("type", Kind.STRING),
                            plain("referencedType", Kind.NUMBER),
                            plain("childPrimitive", Kind.STRING),
                            new Mirror.Field("quantized", Kind.REF, null, 3, null))),
            new Mirror.Type(
                    3,
                    List.of(
                            plain("min", Kind.FLOAT64),
                            plain("max", Kind.FLOAT64),
                            plain("bits", Kind.UINT8),
                            plain("mode", Kind.UINT8))));

    private final Map<Integer, Mirror.Type> types = new HashMap<>();
    final int rootType;

    private MirrorTypes(List<Mirror.Type> types, int rootType) {
        types.forEach(type -> this.types.put(type.id(), type));
        this.rootType = rootType;
    }

    static MirrorTypes ofReflection() {
        return new MirrorTypes(REFLECTION, 0);
    }

    Mirror.@Nullable Type get(int id) {
        return types.get(id);
    }

    Mirror.Type require(int id) {
        Mirror.Type type = types.get(id);
        if (type == null) {
            throw new IllegalArgumentException("The handshake has no type " + id);
        }
        return type;
    }

    static MirrorTypes read(Map<String, Object> reflection) {
        Map<Integer, Map<String, Object>> described = new HashMap<>();
        List<Integer> order = new ArrayList<>();
        for (Map<String, Object> type : maps(reflection.get("types"))) {
            int id = number(type, "id", 0);
            described.put(id, type);
            order.add(id);
        }
        List<Mirror.Type> types = new ArrayList<>();
        for (int id : order) {
            types.add(new Mirror.Type(id, fields(described, id, 0)));
        }
        return new MirrorTypes(types, number(reflection, "rootType", 0));
    }

    private static List<Mirror.Field> fields(Map<Integer, Map<String, Object>> described, int id, int depth) {
        Map<String, Object> type = described.get(id);
        if (type == null || depth > described.size()) {
            return List.of();
        }
        int parent = number(type, "extendsId", -1);
        List<Mirror.Field> fields = new ArrayList<>(parent < 0 ? List.of() : fields(described, parent, depth + 1));
        for (Map<String, Object> field : maps(type.get("fields"))) {
            fields.add(field(field));
        }
        return fields;
    }

    private static Mirror.Field field(Map<String, Object> field) {
        String kind = String.valueOf(field.get("type"));
        int colon = kind.indexOf(':');
        int target = number(field, "referencedType", -1);
        Object element = colon < 0 ? field.get("childPrimitive") : kind.substring(colon + 1);
        Quantized quantized = field.get("quantized") instanceof Map<?, ?> coding ? quantized(coding) : null;
        return new Mirror.Field(
                String.valueOf(field.get("name")),
                Kind.of(colon < 0 ? kind : kind.substring(0, colon)),
                element == null ? null : Kind.of(element.toString()),
                target,
                quantized);
    }

    private static Quantized quantized(Map<?, ?> coding) {
        return new Quantized(
                real(coding.get("min")),
                real(coding.get("max")),
                (int) real(coding.get("bits")),
                real(coding.get("mode")) == 1 ? Quantized.WRAP : Quantized.CLAMP);
    }

    private static double real(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static int number(Map<String, Object> of, String name, int absent) {
        return of.get(name) instanceof Number number ? number.intValue() : absent;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    private static Mirror.Field plain(String name, Kind kind) {
        return new Mirror.Field(name, kind, null, -1, null);
    }

    private static Mirror.Field array(String name, int target) {
        return new Mirror.Field(name, Kind.ARRAY, null, target, null);
    }
}
