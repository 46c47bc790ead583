package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/** A key of a map, with what it holds and what clients have. */
final class MapEntry {
    final String key;
    /** Null once removed. */
    @Nullable
    Object value;
    /** Null as long as clients do not know the key. */
    @Nullable
    Object sent;
    /** The number that stands for the key as long as clients know it. */
    int index = -1;
    /** Whether it is on the list of changes. */
    boolean listed;

    MapEntry(String key) {
        this.key = key;
    }
}
