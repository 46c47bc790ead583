package org.hotrealm.state.schema;

/**
 * A whole state as bytes that describe themselves: the types travel along, so no bundle has to be there to read it. Numbers
 * of objects, indices of map entries and counters are kept, so that connected clients go on after a restore: those without
 * a view with the next patch, those with a view with a full state ({@code rejoin}).
 */
public final class StateSnapshot {
    private StateSnapshot() {}

    /**
     * The state below {@code root}.
     *
     * @throws IllegalStateException when changes wait for a tick: clients would never hear of them
     */
    public static byte[] write(StateObject root) {
        StateEncoder encoder = root.encoder;
        if (encoder != null && encoder.root() != root) {
            throw new IllegalStateException(
                    "Only the root of a state can be written, not an object inside: " + root.type);
        }
        if (encoder != null && encoder.hasChanges()) {
            throw new IllegalStateException(
                    "The state has changed since tick " + encoder.ticks() + "; call tick() and send its patches first");
        }
        return SnapshotWriter.write(root);
    }

    /**
     * The state as it was, ready for a new {@link StateEncoder}.
     *
     * @throws IllegalArgumentException when the bytes are damaged, of a newer format, or of another type than
     *     {@code rootType}; the message says which
     */
    public static StateObject read(byte[] bytes, StateType rootType) {
        StateObject root = read(bytes);
        if (root.type != rootType) {
            throw new IllegalArgumentException("The snapshot holds another " + root.type + " than the one declared: "
                    + difference(root.type, rootType)
                    + "; keep its bytes and read them with the version that wrote them");
        }
        return root;
    }

    /** As {@link #read(byte[], StateType)}, whatever the root's type is. */
    public static StateObject read(byte[] bytes) {
        return SnapshotReader.read(bytes);
    }

    private static String difference(StateType written, StateType declared) {
        if (!written.name().equals(declared.name())) {
            return "its name is " + written.name() + ", not " + declared.name();
        }
        for (int i = 0; i < Math.max(written.fields.length, declared.fields.length); i++) {
            if (i >= written.fields.length) {
                return "field '" + declared.fields[i].name + "' is new";
            }
            if (i >= declared.fields.length) {
                return "field '" + written.fields[i].name + "' is gone";
            }
            String change = difference(i, written.fields[i], declared.fields[i]);
            if (!change.isEmpty()) {
                return change;
            }
        }
        return "derived types or what they extend differ";
    }

    private static String difference(int number, FieldSpec before, FieldSpec now) {
        if (before.sameShape(now)) {
            return "";
        }
        StateType was = before.target;
        StateType is = now.target;
        boolean sameField = before.name.equals(now.name) && before.kind == now.kind;
        if (sameField && was != null && is != null && was != is) {
            return "inside field '" + now.name + "', " + difference(was, is);
        }
        return "field " + number + " was '" + before + "' and is '" + now + "'";
    }
}
