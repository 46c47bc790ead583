package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/** An object or a collection: what a state consists of, and what an encoder has to remember about it. */
abstract sealed class StateNode permits StateObject, StateContainer {
    private static int hashes;

    // What every tick and every view reads, and nothing else: a tick costs what it touches of the memory.

    /** Tick of the record below. */
    int touchTick = -1;

    /** Tick in which places in it or places that hold it changed; the edges below are of that tick. */
    int structureTick = -1;

    /** Whether its difference is among those that every client saw before, in a buffer of their own. */
    boolean deltaOpen;

    int deltaFrom;
    int deltaTo;

    /** The encoder whose state this is part of, null outside any state. */
    @Nullable
    StateEncoder encoder;
    /** The number clients know it by; −1 when it never had one. */
    int refId = -1;
    /** Spreads nodes in the tables of views; order never depends on it. */
    final int hash = nextHash();

    /** Places that hold it and that every client sees. */
    int publicUses;
    /** Its number among the pieces of its encoder. */
    int number = Pieces.NOBODY;
    /** Clients that have its contents through a view; those whose view was dropped without a word count on. */
    int watchers;
    /** Whether every client saw it after the last tick. */
    boolean wasPublic;

    int groupsTo;
    /** Tick of the cached full contents. */
    int fullTick = -1;

    /** Its place in the state. */
    final Links links = new Links();

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private static int nextHash() {
        // A lost update between rooms only makes two hashes equal.
        hashes += 0x9e3779b9;
        int spread = hashes;
        return spread ^ (spread >>> 15);
    }

    /** Adds what it leads to, as last sent, and whoever sees it sees. */
    abstract void openChildren(NodeList into);

    /** Adds what it leads to, as last sent, and only some viewers see. */
    abstract void gatedChildren(NodeList into);

    /** Forgets everything about clients when it becomes part of a state (again). */
    abstract void settleContents();

    /** Who has its contents, or sees it, has changed. */
    void watchersChanged() {}

    /** It is part of a state from now on. */
    void entered(StateEncoder by) {}

    /** It is about to leave its state. */
    void left() {}

    /** Whether some client has its contents, as of the last message: only then are changes told, and worth remembering. */
    final boolean isWatched() {
        return publicUses > 0 || watchers > 0;
    }

    final boolean isPublic() {
        return publicUses > 0;
    }

    final void requireSameState(StateObject value, String where) {
        if (encoder != null && value.encoder != null && value.encoder != encoder) {
            throw new IllegalArgumentException(where + ": the object " + value.type
                    + " is part of another state; remove it there and tick, or create a new one");
        }
    }

    final void requireNoLoop(StateObject holding, StateObject value, String where) {
        if (value == holding || (holding.type.recursive && value.type.recursive && leadsTo(value, holding))) {
            throw new IllegalArgumentException(
                    where + ": the object leads back to its holder; a state must not contain loops");
        }
    }

    private static boolean leadsTo(StateNode from, StateNode wanted) {
        if (from == wanted) {
            return true;
        }
        NodeList children = new NodeList();
        from.currentChildren(children);
        for (int i = 0; i < children.size(); i++) {
            if (leadsTo(children.get(i), wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Adds what it leads to now, sent or not. */
    abstract void currentChildren(NodeList into);

    /** Adds what it leads to because of changes since the last tick, and perhaps more. */
    abstract void changedChildren(NodeList into);
}
