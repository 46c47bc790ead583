package org.hotrealm.state.schema;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Columns of values for many objects of one type: the place of a thousand monsters as one {@code float[]}, which the room
 * reckons with and which the encoder reads. A room that moves most of its objects in most ticks so touches a few arrays
 * from one end to the other instead of an object and a call for each value.
 *
 * <pre>{@code
 * StateColumns monsters = Monster.TYPE.columns(10_000);
 * float[] x = monsters.floats(Monster.X);
 * MONSTERS.put(state, "m7", monsters.create(7)); // an object as any other
 * x[7] += 0.1f;                                  // clients are told with the next tick
 * }</pre>
 *
 * <p>Numbers, booleans and quantized values lie in columns, unless their field carries a view tag or travels in some messages
 * only; all other fields stay with the object. Columns may be written in any way from
 * one tick's last message to the next {@link StateEncoder#tick()}; only what differs then is sent. The fields' constants
 * work too. A value in a column is always set. Rows that no object is bound to mean nothing to the encoder.
 *
 * <p>Belongs to the room: one thread at a time, and one state at a time.
 */
public final class StateColumns {
    private final StateType type;
    private final @Nullable StateObject[] objects;
    final ColumnStore store;
    /** A bit for each field that lies here. */
    final long held;

    /** The number of each row's object among the encoder's pieces. */
    final int[] numbers;
    /** Rows whose changes clients are told of. */
    private final long[] watched;
    /** Those among them whose changes every client is told of. */
    private final long[] seenByAll;
    /** Rows that lost their last watcher since the tick began: what clients had is still remembered. */
    private final long[] dropped;

    private boolean anyDropped;
    private @Nullable StateEncoder encoder;
    private int attached;

    StateColumns(StateType type, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("Columns of " + type + " for " + rows + " rows: at least one is needed");
        }
        this.type = type;
        this.held = type.columnar;
        this.objects = new StateObject[rows];
        this.store = new ColumnStore(type, rows);
        this.numbers = new int[rows];
        this.watched = new long[(rows + 63) >>> 6];
        this.seenByAll = new long[watched.length];
        this.dropped = new long[watched.length];
    }

    /** The type of all its objects. */
    public StateType type() {
        return type;
    }

    /** How many objects it has room for. */
    public int rows() {
        return objects.length;
    }

    /** The values of a {@code float32} field by row: the column itself. */
    public float[] floats(FloatField field) {
        return store.floats(requireHeld(field));
    }

    /**
     * The values of a field of whole numbers by row: the column itself. What the field cannot hold is sent, and read by its
     * constant, as the nearest number that it can.
     */
    public int[] ints(IntField field) {
        return store.ints(requireHeld(field));
    }

    /** The values of a long field by row: the column itself. What the field cannot hold is sent as the nearest that it can. */
    public long[] longs(LongField field) {
        return store.longs(requireHeld(field));
    }

    /** The values of a double field by row: the column itself. */
    public double[] doubles(DoubleField field) {
        return store.doubles(requireHeld(field));
    }

    private FieldSpec requireHeld(StateField<?> field) {
        FieldSpec spec = field.specIn(type);
        if ((held & spec.bit) == 0) {
            throw new IllegalArgumentException(
                    "Field '" + field.name()
                            + "' has a view tag or does not travel like a plain value: it stays with each object; use its set and get");
        }
        return spec;
    }

    /** The object of a row, or null. */
    public @Nullable StateObject at(int row) {
        return objects[row];
    }

    /** A new object with the values that lie in the row. An object that had the row before is released. */
    public StateObject create(int row) {
        StateObject object = type.create();
        release(row);
        object.present |= held;
        object.columns = this;
        object.row = row;
        objects[row] = object;
        return object;
    }

    /**
     * Takes the values of an object into a row, in or outside a state. Unset ones become 0. An object that had the row before
     * is released.
     *
     * @throws IllegalArgumentException when the object is of another type
     * @throws IllegalStateException when it lies in columns already, or these serve objects of another state
     */
    public void bind(int row, StateObject object) {
        Objects.checkIndex(row, objects.length);
        if (object.type != type) {
            throw new IllegalArgumentException("Columns of " + type + " cannot hold an object of " + object.type);
        }
        if (object.columns != null) {
            throw new IllegalStateException("The object " + type + " lies in row " + object.row + " of "
                    + (object.columns == this ? "these" : "other") + " columns already; release it there first");
        }
        requireEncoder(object.encoder);
        release(row);
        fillUnset(object);
        for (long left = held; left != 0; left &= left - 1) {
            FieldSpec field = type.fields[Long.numberOfTrailingZeros(left)];
            store.sent(row, field, object.sentBits(field));
            store.set(row, field, object.bits[field.slot]);
        }
        object.columns = this;
        object.row = row;
        objects[row] = object;
        if (object.encoder != null) {
            enter(object, object.encoder);
            mark(watched, row, object.isWatched());
            mark(seenByAll, row, object.wasPublic && object.isPublic());
        }
    }

    private void fillUnset(StateObject object) {
        for (long left = held & ~object.present; left != 0; left &= left - 1) {
            FieldSpec field = type.fields[Long.numberOfTrailingZeros(left)];
            object.setBits(field, 0);
        }
    }

    /** Gives the object of a row its values back; nothing where there is none. */
    public void release(int row) {
        StateObject object = objects[row];
        if (object == null) {
            return;
        }
        boolean remembered = isWatched(row);
        objects[row] = null;
        object.columns = null;
        for (long left = held; left != 0; left &= left - 1) {
            FieldSpec field = type.fields[Long.numberOfTrailingZeros(left)];
            long value = store.bits(row, field);
            // As if it was set just now: the next tick tells the difference.
            object.bits[field.slot] = remembered ? store.sent(row, field) : value;
            object.setBits(field, value);
        }
        if (object.encoder != null) {
            leave(object);
        }
    }

    // --- for the encoder

    boolean holds(FieldSpec field) {
        return (held & field.bit) != 0;
    }

    /** Whose state its objects belong to has to be the same for all. */
    void requireEncoder(@Nullable StateEncoder wanted) {
        if (wanted != null && encoder != null && encoder != wanted) {
            throw new IllegalStateException(
                    "Columns of " + type + " hold objects of another state; give each room columns of its own");
        }
    }

    /** An object of a row is part of a state from now on. */
    void enter(StateObject object, StateEncoder by) {
        if (attached++ == 0) {
            encoder = by;
            by.columns().add(this);
        }
        store.refIds[object.row] = object.refId;
        numbers[object.row] = object.number;
        unmark(object.row);
    }

    private void unmark(int row) {
        mark(watched, row, false);
        mark(seenByAll, row, false);
        mark(dropped, row, false);
    }

    /** An object of a row is no part of a state any more, or lies in the row no more. */
    void leave(StateObject object) {
        StateEncoder by = Objects.requireNonNull(encoder, "an object leaves a state it was in");
        by.pieces().unless(object.number);
        unmark(object.row);
        if (--attached == 0) {
            by.columns().remove(this);
            encoder = null;
        }
    }

    /** Who has the object's contents has changed. */
    void watch(StateObject object) {
        StateEncoder by = object.encoder;
        if (by == null) {
            return;
        }
        int row = object.row;
        boolean wanted = object.isWatched();
        mark(seenByAll, row, object.wasPublic && object.isPublic());
        if (wanted == isWatched(row)) {
            return;
        }
        if (!wanted) {
            mark(dropped, row, true);
            anyDropped = true;
            by.pieces().unless(object.number);
        } else if ((dropped[row >> 6] & 1L << row) == 0) {
            // Whoever gets to know it gets it as it is now.
            store.settle(row);
        }
        mark(watched, row, wanted);
    }

    private static void mark(long[] bits, int row, boolean on) {
        if (on) {
            bits[row >> 6] |= 1L << row;
        } else {
            bits[row >> 6] &= ~(1L << row);
        }
    }

    boolean isWatched(int row) {
        return (watched[row >> 6] & 1L << row) != 0;
    }

    void beginTick() {
        if (anyDropped) {
            Arrays.fill(dropped, 0);
            anyDropped = false;
        }
    }

    /** Encodes what differs in watched rows from what clients have. */
    void encode(ColumnDeltas into) {
        for (int word = 0; word < watched.length; word++) {
            if (watched[word] != 0) {
                into.rows(this, word << 6, watched[word], seenByAll[word]);
            }
        }
        beginTick();
    }

    /** Tells who is behind of each row that differs from what every client has. */
    void note(Arrears behind) {
        for (int word = 0; word < watched.length; word++) {
            for (long left = watched[word] & seenByAll[word]; left != 0; left &= left - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(left);
                long changed = store.changed(row);
                if (changed != 0) {
                    behind.note(object(row), changed);
                }
            }
        }
    }

    StateObject object(int row) {
        return Objects.requireNonNull(objects[row], "a watched row has an object");
    }
}
