package org.hotrealm.realm.world;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.hotrealm.realm.api.Status;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateMap;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** The statuses of one body, by their ids, with what they come to together. Most bodies have none and pay for none. */
final class Statuses {

    private static final Status[] NONE = {};
    private static final double SLOWEST = 95;

    private Status[] all = NONE;
    private int size;
    private int kinds;
    private final List<Status> seen = new Seen();
    /** Whether clients have been shown less than there is. */
    private boolean changed;

    boolean isEmpty() {
        return size == 0;
    }

    /** Clients may have been shown others. */
    void lookAnew() {
        changed = true;
    }

    List<Status> seen() {
        return seen;
    }

    @Nullable
    Status find(String id) {
        int at = at(id);
        return at < 0 ? null : all[at];
    }

    boolean has(Status.Kind kind) {
        return (kinds & bit(kind)) != 0;
    }

    void put(Status status) {
        int at = at(status.id());
        if (at >= 0) {
            all[at] = status;
        } else {
            insert(-at - 1, status);
        }
        changed();
    }

    private void insert(int at, Status status) {
        if (size == all.length) {
            all = Arrays.copyOf(all, size + 4);
        }
        System.arraycopy(all, at, all, at + 1, size - at);
        all[at] = status;
        size++;
    }

    void remove(String id) {
        int at = at(id);
        if (at >= 0) {
            System.arraycopy(all, at + 1, all, at, size - at - 1);
            size--;
            changed();
        }
    }

    void clear() {
        if (size > 0) {
            all = NONE;
            size = 0;
            changed();
        }
    }

    private void changed() {
        changed = true;
        kinds = 0;
        for (int i = 0; i < size; i++) {
            kinds |= bit(all[i].kind());
        }
    }

    /** The first tick from this one on in which one pulses or ends. */
    long next(long now) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            Status status = all[i];
            next = Math.min(next, Math.max(now, status.ends()));
            if (status.every() > 0) {
                long since = Math.max(now, status.begun() + 1) - status.begun();
                long pulses = (since + status.every() - 1) / status.every();
                next = Math.min(next, status.begun() + pulses * status.every());
            }
        }
        return next;
    }

    /** What buffs and debuffs of an attribute come to together. */
    double bonus(String attribute) {
        if ((kinds & (bit(Status.Kind.BUFF) | bit(Status.Kind.DEBUFF))) == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            Status status = all[i];
            if (status.attribute().equals(attribute)) {
                sum += status.kind() == Status.Kind.DEBUFF ? -status.total() : status.total();
            }
        }
        return sum;
    }

    /** The share of its velocity that a body of this speed makes way with. */
    double pace(double speed) {
        if (has(Status.Kind.STUN) || has(Status.Kind.ROOT) || speed <= 0) {
            return 0;
        }
        double slow = 0;
        for (int i = 0; i < size; i++) {
            slow = all[i].kind() == Status.Kind.SLOW ? Math.max(slow, all[i].total()) : slow;
        }
        return Math.max(0, 1 + bonus("speed") / speed) * (1 - Math.min(SLOWEST, slow) / 100);
    }

    /** The points that all shields take yet, as clients are shown them. */
    int shield() {
        if (!has(Status.Kind.SHIELD)) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += all[i].kind() == Status.Kind.SHIELD ? all[i].total() : 0;
        }
        return (int) Math.min(sum, 65_535);
    }

    void show(MapField<StateObject> field, StateObject owner) {
        if (!changed) {
            return;
        }
        changed = false;
        StateMap<StateObject> shown = field.of(owner);
        for (String id : List.copyOf(shown.keys())) {
            if (at(id) < 0) {
                shown.remove(id);
            }
        }
        for (int i = 0; i < size; i++) {
            Status status = all[i];
            StateObject one = shown.get(status.id());
            if (one == null) {
                one = StatusState.TYPE.create();
                shown.put(status.id(), one);
            }
            StatusState.KIND.set(one, Wire.number(status.kind()));
            StatusState.STACKS.set(one, Math.clamp(status.stacks(), 1, 255));
            StatusState.ENDS.set(one, status.ends() & 0xFFFF_FFFFL);
        }
    }

    void write(ByteWriter out) {
        out.whole(size);
        for (int i = 0; i < size; i++) {
            Codec.status(out, all[i]);
        }
    }

    void read(ByteReader in) {
        int many = in.count();
        for (int i = 0; i < many; i++) {
            put(Codec.status(in));
        }
    }

    private int at(String id) {
        for (int i = 0; i < size; i++) {
            int order = all[i].id().compareTo(id);
            if (order >= 0) {
                return order == 0 ? i : -i - 1;
            }
        }
        return -size - 1;
    }

    private static int bit(Status.Kind kind) {
        return 1 << Wire.number(kind);
    }

    private final class Seen extends AbstractList<Status> implements RandomAccess {
        @Override
        public Status get(int index) {
            if (index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            return all[index];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
