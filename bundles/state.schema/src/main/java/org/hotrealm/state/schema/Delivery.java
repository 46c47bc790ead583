package org.hotrealm.state.schema;

/** Which messages a field's value travels in. Snapshots name these by their position: new ones go to the end. */
enum Delivery {
    /** Full states, and patches when it changes. */
    EVERYWHERE,
    /** None: the field keeps its number and cannot be set any more. */
    DEPRECATED,
    /** Patches when it changes, and with an object that is new itself. */
    PATCH_ONLY,
    /** Wherever the whole of its object is told; changes are not. */
    FULL_ONLY,
    /** None: clients do not know of the field. */
    NOWHERE;

    private static final Delivery[] ALL = values();

    static Delivery at(int position) {
        if (position < 0 || position >= ALL.length) {
            throw new IllegalArgumentException("The snapshot has a field of an unknown sort, " + position);
        }
        return ALL[position];
    }
}
