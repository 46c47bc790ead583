package org.hotrealm.state.schema;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** A 64-bit digest of a state for tests of determinism: equal states give equal digests on any node, any day. */
public final class StateHash {
    private long hash = 0x9e3779b97f4a7c15L;
    private final IdentityHashMap<StateObject, Integer> places = new IdentityHashMap<>();

    private StateHash() {}

    /**
     * Digest of all that is below {@code root}: names, values, order of entries, and which places hold the same object.
     * Numbers of objects are left out.
     */
    public static long of(StateObject root) {
        StateHash digest = new StateHash();
        digest.object(root);
        return digest.hash;
    }

    private void mix(long value) {
        long mixed = (hash ^ value) * 0xbf58476d1ce4e5b9L;
        mixed ^= mixed >>> 29;
        mixed *= 0x94d049bb133111ebL;
        hash = mixed ^ mixed >>> 32;
    }

    private void text(String text) {
        mix(text.length());
        for (int i = 0; i < text.length(); i++) {
            mix(text.charAt(i));
        }
    }

    private void object(StateObject object) {
        Integer place = places.putIfAbsent(object, places.size());
        if (place != null) {
            mix(-1L - place);
            return;
        }
        text(object.type.name());
        mix(object.present);
        for (FieldSpec field : object.type.fields) {
            if (object.isSet(field) && field.kind.isBits()) {
                mix(object.bits(field));
            } else if (object.isSet(field)) {
                value(field, object.reference(field));
            }
        }
    }

    private void value(FieldSpec field, @Nullable Object value) {
        switch (value) {
            case StateObject child -> object(child);
            case StateMap<?> map -> {
                mix(map.size());
                map.forEach((key, entry) -> {
                    text(key);
                    value(field, entry);
                });
            }
            case StateContainer container -> {
                mix(container.size());
                container.contents().forEach(entry -> value(field, entry));
            }
            case String text -> text(text);
            case null -> mix(0);
            default -> mix(field.element == null ? 0 : Primitive.bits(field.element, value));
        }
    }
}
