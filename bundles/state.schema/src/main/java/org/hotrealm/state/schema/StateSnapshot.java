package org.hotrealm.state.schema;

/**
 * A whole state as bytes that describe themselves: the types travel along, so no bundle has to be there to read it. Numbers
 * of objects, indices of map entries and counters are kept, so that connected clients go on after a restore.
 */
public final class StateSnapshot {
    private StateSnapshot() {}

    /**
     * The state below {@code root}.
     *
     * @throws IllegalStateException when changes wait for a tick: clients would never hear of them
     */
    public static byte[] write(StateObject root) {
        throw new UnsupportedOperationException(root.toString());
    }

    /**
     * The state as it was, ready for a new {@link StateEncoder}.
     *
     * @throws IllegalArgumentException when the bytes are damaged, of a newer format, or of another type than
     *     {@code rootType}; the message says which
     */
    public static StateObject read(byte[] bytes, StateType rootType) {
        throw new UnsupportedOperationException(rootType.toString());
    }

    /** As {@link #read(byte[], StateType)}, whatever the root's type is. */
    public static StateObject read(byte[] bytes) {
        throw new UnsupportedOperationException(String.valueOf(bytes.length));
    }
}
