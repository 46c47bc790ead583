package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final StateObject root;
    private final TypeTable types;
    private final Graph graph;
    private final Deltas deltas;
    /** Differences of what every client saw before the tick, one after another. */
    private final ByteWriter openSegments = new ByteWriter(4096);
    /** All other pieces of the tick's messages. */
    private final ByteWriter segments = new ByteWriter(4096);

    private final ColumnDeltas columns;
    private final CommonMessages common;
    private final ViewPart views;
    private final NodeList changed = new NodeList();
    /** Those among them that may lead to something new. */
    private final NodeList restructured = new NodeList();

    private final List<Arrears> behind = new ArrayList<>(0);
    private final NewParts newParts = new NewParts(this);
    private final Map<Dialect, byte[]> handshakes = new EnumMap<>(Dialect.class);

    private boolean legacy;
    private boolean closed;

    /**
     * Takes charge of a state. The objects below {@code root} get their numbers; those of a restored snapshot keep theirs.
     *
     * @throws IllegalStateException when the root, or a part of the state, belongs to an encoder already
     */
    public StateEncoder(StateObject root) {
        if (root.encoder != null) {
            throw new IllegalStateException("The state " + root.type + " has an encoder already; close that one first");
        }
        newParts.checkAll(root);
        this.root = root;
        this.types = new TypeTable(root.type);
        this.graph = new Graph(this, types.hasTags);
        OpWriter ops = new OpWriter(segments, types);
        this.deltas = new Deltas(graph, new OpWriter(openSegments, types), ops);
        SharedPart shared = new SharedPart(root, graph, openSegments, ops, types);
        this.common = new CommonMessages(shared);
        this.columns = new ColumnDeltas(graph, types.hasTags, openSegments, segments);
        this.views = new ViewPart(graph, shared, segments, deltas, columns, types);
        graph.start(root);
    }

    /** The root given at the start. */
    public StateObject root() {
        return root;
    }

    /**
     * The description of all types, for the join message; always the same bytes for one root type. The caller must not
     * change the array.
     *
     * @throws IllegalArgumentException when the dialect has no words for one of the fields
     */
    public byte[] handshake(Dialect dialect) {
        byte[] handshake = handshakes.computeIfAbsent(dialect, key -> Handshake.encode(types, key));
        legacy |= dialect.isLegacy();
        return handshake;
    }

    /**
     * Closes the tick: what changed since the last one is encoded and will be sent by the patches of this tick.
     *
     * @throws IllegalStateException when a new part of the state leads to an object of another one, or lies more than 500
     *     levels deep; nothing has happened then, and a tick after the part was taken away is an ordinary one
     */
    public void tick() {
        requireOpen();
        graph.waiting.wake(graph);
        newParts.check(restructured);
        for (int i = 0; i < behind.size(); i++) {
            behind.get(i).note(changed);
            columns.note(behind.get(i));
        }
        graph.tick++;
        graph.record.mixed = legacy;
        graph.beginTick();
        openSegments.reset();
        segments.reset();
        deltas.beginTick();
        columns.begin();
        for (int i = 0; i < changed.size(); i++) {
            StateNode node = changed.get(i);
            if (graph.has(node)) {
                deltas.encode(node, legacy);
            }
        }
        changed.clear();
        restructured.clear();
        columns.encode();
        graph.settle();
        common.clear();
    }

    /** Number of the last tick, 0 before the first. */
    public int ticks() {
        return graph.tick;
    }

    /** What changed in the last tick for 0.18 clients without a view; the same array for all. */
    public Encoded patch() {
        return patch(Dialect.V18);
    }

    /** What changed in the last tick for clients without a view; the same array for all. */
    public Encoded patch(Dialect dialect) {
        requireOpen();
        return common.patch(dialect.isLegacy(), graph.record.mixed);
    }

    /**
     * What changed in the last tick for the client of a view, and what entered or left its view since its last message.
     *
     * <p>A view that has had no message yet is taken for that of a client that joined without one and has got every patch
     * since: it is shown what the view holds.
     *
     * @throws IllegalStateException when the state has changed since the tick, or the view has missed a tick
     */
    public Encoded patch(StateView view) {
        requireTicked("patch a view");
        if (view.encoder == null) {
            return Encoded.join(patch(view.dialect()), start(view, Contents.Mode.PLAIN));
        }
        if (view.encoder != this || view.tick < graph.tick - 1) {
            throw new IllegalStateException("The view has "
                    + (view.encoder == this ? "missed ticks after " + view.tick : "seen another state so far")
                    + "; send full(view, true) instead of a patch for tick " + graph.tick);
        }
        boolean behind = view.tick < graph.tick;
        ByteWriter own = views.patch(view, behind);
        view.tick = graph.tick;
        Encoded shared = behind ? patch(view.dialect()) : Encoded.empty();
        return Encoded.join(shared, own);
    }

    /**
     * The whole state for a client that joins.
     *
     * @param view what it sees of the tagged part, or null for a 0.18 client that sees none of it
     * @param rejoin whether it may still hold an older copy: then unset fields and replaced references are mentioned too
     * @throws IllegalStateException when the state has changed since the last tick
     */
    public Encoded full(@Nullable StateView view, boolean rejoin) {
        if (view == null) {
            return fullWithoutView(Dialect.V18, rejoin);
        }
        Encoded shared = fullWithoutView(view.dialect(), rejoin);
        return Encoded.join(shared, start(view, Contents.Mode.of(view.dialect(), rejoin)));
    }

    private ByteWriter start(StateView view, Contents.Mode mode) {
        view.encoder = this;
        view.tick = graph.tick;
        return views.full(view, mode);
    }

    /**
     * Lets go of a view whose client is gone: what no other client sees costs nothing from now on. The view may start anew with a
     * full state.
     */
    public void forget(StateView view) {
        if (view.encoder == this) {
            view.close();
        }
    }

    /** The whole state for a client without a view; the same array for all. */
    public Encoded fullWithoutView(Dialect dialect, boolean rejoin) {
        requireTicked("take a full state");
        legacy |= dialect.isLegacy();
        return common.full(Contents.Mode.of(dialect, rejoin));
    }

    /**
     * Begins to merge what a client without a view is not given from the next {@link #tick} on. It is ended by
     * {@link Arrears#settle} or {@link #forget}, and costs time in each tick until then.
     */
    public Arrears arrears() {
        requireOpen();
        Arrears begun = new Arrears(this, types);
        behind.add(begun);
        return begun;
    }

    /** Ends the merging for a client that is gone. */
    public void forget(Arrears arrears) {
        behind.remove(arrears);
        arrears.lose();
    }

    void settled(Arrears arrears) {
        requireTicked("settle what a client missed");
        if (!behind.remove(arrears)) {
            throw new IllegalStateException("What this client missed is settled already");
        }
    }

    /** Lets the state go: its objects may be put into another one. */
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        graph.stop(root);
        changed.clear();
        restructured.clear();
        behind.clear();
    }

    void changed(StateNode node) {
        changed.add(node);
    }

    void restructured(StateNode node) {
        restructured.add(node);
    }

    /** Whether clients have not heard of some change yet. */
    boolean hasChanges() {
        return changed.size() > 0;
    }

    ColumnDeltas columns() {
        return columns;
    }

    Pieces pieces() {
        return graph.pieces;
    }

    int nextRefId() {
        return graph.nextRefId;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The encoder of " + root.type + " is closed");
        }
    }

    private void requireTicked(String what) {
        requireOpen();
        if (changed.size() > 0) {
            throw new IllegalStateException("The state has changed since tick " + graph.tick
                    + "; call tick() and send its patches before you " + what);
        }
    }
}
