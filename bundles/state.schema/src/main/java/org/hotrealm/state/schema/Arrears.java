package org.hotrealm.state.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client without a view has missed since {@link StateEncoder#arrears}: which fields changed, not how often. Ten
 * ticks of a walking monster become one position. Changes of what holds what are not merged: a full state tells them.
 * Room's thread only.
 */
public final class Arrears {
    /** More objects than this are not cheaper to merge than to tell anew, and would cost memory for each slow client. */
    static final int MOST_OBJECTS = 2_048;

    private final StateEncoder encoder;
    private final TypeTable types;
    private final Map<StateObject, Long> fields = new LinkedHashMap<>();
    private boolean lost;

    Arrears(StateEncoder encoder, TypeTable types) {
        this.encoder = encoder;
        this.types = types;
    }

    /** Before a tick is encoded: notes what it will tell. */
    void note(NodeList changed) {
        for (int i = 0; i < changed.size() && !lost; i++) {
            StateNode node = changed.get(i);
            if (node.encoder == encoder && node.isPublic()) {
                note(node);
            }
        }
    }

    private void note(StateNode node) {
        if (!(node instanceof StateObject object) || (object.dirty & object.type.leading & ~object.type.tagged) != 0) {
            lose();
            return;
        }
        note(object, object.dirty & ~object.type.tagged & ~object.type.unpatched);
    }

    /** Of an object that every client sees: notes these fields. */
    void note(StateObject object, long open) {
        if (open != 0 && !lost) {
            fields.merge(object, open, (before, now) -> before | now);
            if (fields.size() > MOST_OBJECTS) {
                lose();
            }
        }
    }

    /** Gives up merging, and the memory it takes: only a full state helps from now on. */
    public void lose() {
        lost = true;
        fields.clear();
    }

    /**
     * One patch instead of all that were missed, the last tick's included; empty where nothing changed. Null where only
     * {@link StateEncoder#fullWithoutView a full state} with {@code rejoin} will do. Either way this is the end of it.
     *
     * @throws IllegalStateException when the state has changed since the last tick
     */
    public @Nullable Encoded settle() {
        encoder.settled(this);
        if (lost) {
            return null;
        }
        ByteWriter out = new ByteWriter(256);
        OpWriter ops = new OpWriter(out, types);
        fields.forEach((object, mask) -> {
            if (object.encoder == encoder && object.isPublic()) {
                write(ops, object, mask);
            }
        });
        return Encoded.of(out);
    }

    private static void write(OpWriter ops, StateObject object, long mask) {
        ops.switchTo(object);
        for (long left = mask; left != 0; left &= left - 1) {
            FieldSpec field = object.type.fields[Long.numberOfTrailingZeros(left)];
            boolean set = (object.present & field.bit) != 0;
            ops.fieldOp(set ? OpWriter.ADD : OpWriter.DELETE, field);
            if (set) {
                ops.fieldValue(object, field);
            }
        }
    }
}
