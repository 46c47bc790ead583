package org.hotrealm.state.schema;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Equal declarations are one type, so that a second version of a bundle works on objects made by the first. Types are
 * held weakly and consist of this library's classes only: neither version of the bundle is kept alive.
 */
final class TypePool {
    private static final Map<TypeShape, Entry> TYPES = new HashMap<>();
    private static final ReferenceQueue<StateType> GONE = new ReferenceQueue<>();

    private TypePool() {}

    private static final class Entry extends WeakReference<StateType> {
        final TypeShape shape;

        Entry(TypeShape shape, StateType type) {
            super(type, GONE);
            this.shape = shape;
        }
    }

    static StateType intern(TypeShape shape) {
        synchronized (TYPES) {
            expunge();
            Entry entry = TYPES.get(shape);
            @Nullable StateType known = entry == null ? null : entry.get();
            if (known != null) {
                return known;
            }
            StateType type = new StateType(shape);
            TYPES.put(shape, new Entry(shape, type));
            return type;
        }
    }

    private static void expunge() {
        for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            Entry entry = (Entry) gone;
            TYPES.remove(entry.shape, entry);
        }
    }
}
