package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/**
 * Turns the changes of one room's state into messages: each changed object is encoded once a tick, whatever the number of
 * viewers, and each viewer's message is put together from these pieces.
 *
 * <p>Order of calls, all on the room's thread:
 *
 * <ol>
 *   <li>change the state and the views;
 *   <li>{@link #tick()};
 *   <li>send {@link #patch()} to every joined client without a view and {@link #patch(StateView)} to every joined client
 *       with one, where not empty;
 *   <li>send {@link #full} to who joins or rejoins now; from the next tick on that client gets patches.
 * </ol>
 *
 * <p>A client that joins between two ticks needs steps 2 to 4 at once, before its full state is taken. Between step 2 and
 * the last message of that tick the state must not change. A view whose client was not given a tick's patch has to be given a
 * full state with {@code rejoin} next.
 */
public final class StateEncoder {
    /**
     * Takes charge of a state. The objects below {@code root} get their numbers; those of a restored snapshot keep theirs.
     *
     * @throws IllegalStateException when the root belongs to an encoder already
     */
    public StateEncoder(StateObject root) {
        throw new UnsupportedOperationException(root.toString());
    }

    /** The root given at the start. */
    public StateObject root() {
        throw new UnsupportedOperationException();
    }

    /**
     * The description of all types, for the join message; always the same bytes for one root type.
     *
     * @throws IllegalArgumentException when the dialect has no words for one of the fields
     */
    public byte[] handshake(Dialect dialect) {
        throw new UnsupportedOperationException(dialect.name());
    }

    /** Closes the tick: what changed since the last one is encoded and will be sent by the patches of this tick. */
    public void tick() {
        throw new UnsupportedOperationException();
    }

    /** Number of the last tick, 0 before the first. */
    public int ticks() {
        throw new UnsupportedOperationException();
    }

    /** What changed in the last tick for 0.18 clients without a view; the same array for all. */
    public Encoded patch() {
        return patch(Dialect.V18);
    }

    /** What changed in the last tick for clients without a view; the same array for all. */
    public Encoded patch(Dialect dialect) {
        throw new UnsupportedOperationException(dialect.name());
    }

    /**
     * What changed in the last tick for the client of a view, and what entered or left its view since its last message.
     *
     * @throws IllegalStateException when the state has changed since the tick, or the view has missed a tick
     */
    public Encoded patch(StateView view) {
        throw new UnsupportedOperationException(view.toString());
    }

    /**
     * The whole state for a client that joins.
     *
     * @param view what it sees of the tagged part, or null for none of it
     * @param rejoin whether it may still hold an older copy: then unset fields and replaced references are mentioned too
     * @throws IllegalStateException when the state has changed since the last tick
     */
    public Encoded full(@Nullable StateView view, boolean rejoin) {
        throw new UnsupportedOperationException();
    }

    /** The whole state for a client without a view. */
    public Encoded full(Dialect dialect, boolean rejoin) {
        throw new UnsupportedOperationException(dialect.name());
    }

    /** Lets the state go: its objects may be put into another one. */
    public void close() {
        throw new UnsupportedOperationException();
    }

    void changed(StateNode node) {
        throw new UnsupportedOperationException(node.toString());
    }
}
