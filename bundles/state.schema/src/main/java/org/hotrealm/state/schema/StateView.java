package org.hotrealm.state.schema;

/**
 * What one client may see of the tagged part of a state.
 *
 * <p>An object put into the view becomes visible together with what is below it; whatever it takes to reach it (its map,
 * the objects above it) becomes visible too. Fields tagged {@code view()} of an object in the view are shown, and fields
 * tagged {@code view(tags)} when it was put in with one of these tags. Entries of a tagged collection of objects are shown
 * one by one as they are put into the view, or all of them when the collection is subscribed.
 *
 * <p>Adding and removing cost nothing until the next {@link StateEncoder#patch(StateView)}; adding what is visible and
 * removing what is not change nothing. Room's thread only.
 */
public final class StateView {
    /** A view for a 0.18 client that sees nothing yet. */
    public StateView() {
        this(Dialect.V18);
    }

    /** A view for a client of the given generation that sees nothing yet. */
    public StateView(Dialect dialect) {
        throw new UnsupportedOperationException(dialect.name());
    }

    /** Which client reads it. */
    public Dialect dialect() {
        throw new UnsupportedOperationException();
    }

    /** Makes an object visible; it need not be part of the state yet. */
    public void add(StateObject object) {
        throw new UnsupportedOperationException();
    }

    /** Makes an object visible, with its fields under any of the tags; tags add up. */
    public void add(StateObject object, int tags) {
        throw new UnsupportedOperationException();
    }

    /** Hides an object again; also forgets its tags. */
    public void remove(StateObject object) {
        throw new UnsupportedOperationException();
    }

    /** Whether the object was added (or had to be, to reach one that was) and not removed. */
    public boolean has(StateObject object) {
        throw new UnsupportedOperationException();
    }

    /** Shows all entries of a tagged collection, present and future. */
    public void subscribe(StateContainer container) {
        throw new UnsupportedOperationException();
    }

    /** Hides the entries of a collection again, apart from those that were added themselves. */
    public void unsubscribe(StateContainer container) {
        throw new UnsupportedOperationException();
    }

    /** How many objects have been added. */
    public int size() {
        throw new UnsupportedOperationException();
    }
}
