package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client may see of the tagged part of a state.
 *
 * <p>An object put into the view becomes visible together with what is below it; whatever it takes to reach it (its map,
 * the objects above it) becomes visible too. Fields tagged {@code view()} of an object in the view are shown, and fields
 * tagged {@code view(tags)} when it was put in with one of these tags. Entries of a tagged collection of objects are shown
 * one by one as they are put into the view, or all of them when the collection is subscribed.
 *
 * <p>Adding and removing cost nothing until the next {@link StateEncoder#patch(StateView)}; adding what is visible and
 * removing what is not change nothing. An object that leaves the state leaves the view. Room's thread only.
 */
public final class StateView {
    private final Dialect dialect;
    final ViewTable table = new ViewTable();
    /** Entries whose membership changed since the last message. */
    final List<ViewEntry> changes = new ArrayList<>();
    /** Entries of streams that wait for their turn. */
    final List<Edge> waiting = new ArrayList<>();
    /** The encoder it got its full state from. */
    @Nullable
    StateEncoder encoder;
    /** Last tick its client knows. */
    int tick = -1;

    private int members;

    /** A view for a 0.18 client that sees nothing yet. */
    public StateView() {
        this(Dialect.V18);
    }

    /** A view for a client of the given generation that sees nothing yet. */
    public StateView(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Which client reads it. */
    public Dialect dialect() {
        return dialect;
    }

    /** Makes an object visible; it need not be part of the state yet. */
    public void add(StateObject object) {
        join(object, 0);
    }

    /**
     * Makes an object visible, with its fields under any of the tags; tags add up.
     *
     * @param tags a positive bit mask
     */
    public void add(StateObject object, int tags) {
        if (tags <= 0) {
            throw new IllegalArgumentException("View tags are a positive bit mask, not " + tags);
        }
        join(object, tags);
    }

    private void join(StateObject object, int tags) {
        ViewEntry entry = table.put(object);
        if (entry.member && (entry.tags | tags) == entry.tags) {
            return;
        }
        members += entry.member ? 0 : 1;
        entry.member = true;
        entry.tags |= tags;
        list(entry);
    }

    /** Hides an object again; also forgets its tags. */
    public void remove(StateObject object) {
        ViewEntry entry = table.get(object);
        if (entry != null && (entry.member || entry.implied)) {
            dismiss(entry);
            list(entry);
        }
    }

    void dismiss(ViewEntry entry) {
        members -= entry.member ? 1 : 0;
        entry.member = false;
        entry.implied = false;
        entry.tags = 0;
    }

    /** Whether the object was added (or had to be, to reach one that was) and not removed. */
    public boolean has(StateObject object) {
        ViewEntry entry = table.get(object);
        return entry != null && (entry.member || entry.implied);
    }

    /** Shows all entries of a tagged collection, present and future. */
    public void subscribe(StateContainer container) {
        if (!container.field.gatesEntries()) {
            throw new IllegalArgumentException("Field '" + container.field.name
                    + "' is no tagged collection of objects; only those are shown entry by entry");
        }
        ViewEntry entry = table.put(container);
        if (!entry.subscribed) {
            entry.subscribed = true;
            list(entry);
        }
    }

    /** Hides the entries of a collection again, apart from those that were added themselves. */
    public void unsubscribe(StateContainer container) {
        ViewEntry entry = table.get(container);
        if (entry != null && entry.subscribed) {
            entry.subscribed = false;
            list(entry);
        }
    }

    /** Hides everything that was added and ends all subscriptions. */
    public void clear() {
        for (int i = 0; i < table.size(); i++) {
            ViewEntry entry = table.at(i);
            if (entry.isWanted()) {
                dismiss(entry);
                entry.subscribed = false;
                list(entry);
            }
        }
    }

    /** How many objects have been added. */
    public int size() {
        return members;
    }

    /** Its client is gone. */
    void close() {
        for (int i = 0; i < table.size(); i++) {
            table.at(i).collapse();
        }
        encoder = null;
    }

    private void list(ViewEntry entry) {
        if (!entry.listed) {
            entry.listed = true;
            changes.add(entry);
        }
    }
}
