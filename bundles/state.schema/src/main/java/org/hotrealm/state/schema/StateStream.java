package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of objects that reach clients a few a tick, the most urgent ones first and those added earlier before later ones;
 * clients have it as a set. What has been delivered is changed and removed like anything else; what was removed before its
 * turn never travels.
 *
 * <p>In a stream that everybody sees, the same entries are delivered to all, and who joins gets what the others have. In one
 * declared with {@code view()}, each view gets the entries put into it (or all of them, when subscribed) at its own pace.
 */
public final class StateStream extends DistinctEntries<StateObject> {
    private static final Comparator<Entry> URGENT_FIRST =
            Comparator.comparingInt((Entry entry) -> entry.priority).reversed();

    StateStream(StateObject owner, FieldSpec field) {
        super(owner, field);
    }

    /**
     * Adds an object.
     *
     * @param priority the higher, the sooner it is delivered
     * @return false when the stream has it already; its priority stays
     * @throws IllegalArgumentException when the field cannot hold the object
     */
    public boolean add(StateObject value, int priority) {
        return put(value, priority);
    }

    /** Entries that wait for a later tick; always 0 in a stream declared with {@code view()}, whose views wait each. */
    public int waiting() {
        int waiting = 0;
        for (Entry entry : entries.values()) {
            waiting += entry.sent ? 0 : 1;
        }
        return waiting;
    }

    /** The priority it was added with, 0 when it is gone. */
    int priority(StateNode value) {
        Entry entry = entries.get(value);
        return entry == null ? 0 : entry.priority;
    }

    private boolean isPaced() {
        return !field.gatesEntries();
    }

    @Override
    List<Entry> due() {
        List<Entry> due = new ArrayList<>(changes);
        due.removeIf(entry -> entry.sent || !entry.live);
        if (isPaced() && due.size() > field.perTick) {
            due.sort(URGENT_FIRST);
            return due.subList(0, field.perTick);
        }
        return due;
    }

    /**
     * When it becomes part of a state: its first entries come along with it.
     *
     * @param resumed whether clients have it already, from before a snapshot
     */
    void begin(boolean resumed) {
        changes.clear();
        for (Entry entry : entries.values()) {
            entry.sent = resumed && entry.index >= 0;
            entry.listed = !entry.sent;
            if (entry.listed) {
                entry.index = -1;
                changes.add(entry);
            }
        }
        if (resumed && isPaced()) {
            return;
        }
        for (Entry entry : due()) {
            entry.index = nextIndex++;
            entry.sent = true;
        }
        forgetTold();
    }

    @Override
    void forgetTold() {
        changes.removeIf(entry -> {
            boolean told = entry.sent || !entry.live;
            entry.listed &= !told;
            return told;
        });
        dirty = false;
    }

    @Override
    void settleContents() {
        dirty = false;
        changes.clear();
    }
}
