package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/** The types reachable from a root type and their ids on the wire; the same for equal root types, anywhere. */
final class TypeTable {
    private final List<StateType> types = new ArrayList<>();
    private final IdentityHashMap<StateType, Integer> ids = new IdentityHashMap<>();
    /** Whether any field is shown to some viewers only. */
    final boolean hasTags;

    final StateType root;

    TypeTable(StateType root) {
        this.root = root;
        add(root);
        hasTags = types.stream()
                .flatMap(type -> Arrays.stream(type.fields))
                .anyMatch(field -> field.tag != FieldSpec.UNTAGGED);
    }

    private void add(StateType type) {
        if (ids.containsKey(type)) {
            return;
        }
        StateType parent = type.parent();
        if (parent != null) {
            add(parent);
        }
        if (ids.containsKey(type)) {
            return;
        }
        ids.put(type, types.size());
        types.add(type);
        for (FieldSpec field : type.fields) {
            if (field.target != null) {
                add(field.target);
                for (StateType derived : field.derived) {
                    add(derived);
                }
            }
        }
    }

    List<StateType> types() {
        return types;
    }

    int id(StateType type) {
        Integer id = ids.get(type);
        if (id == null) {
            throw new IllegalStateException("No field of the state declares " + type + " or a type it is listed for");
        }
        return id;
    }
}
