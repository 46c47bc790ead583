package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What views hold as bytes, beside a {@link StateSnapshot} of the state they look at: its objects and collections are numbered
 * in the order in which they are found from the root, which is the same in the state that was written and in the one that was
 * read. What a view holds and the state does not is left out. Made for one moment of one state; the room's thread only.
 */
public final class ViewSnapshot {

    private static final int FORMAT = 1;
    private static final int SUBSCRIBED = 1;
    private static final int MEMBER = 2;

    private final List<StateNode> nodes = new ArrayList<>();
    private final Map<StateNode, Integer> places = new IdentityHashMap<>();

    /** Numbers what is in the state now. */
    public ViewSnapshot(StateObject root) {
        NodeList waiting = new NodeList();
        waiting.add(root);
        NodeList children = new NodeList();
        for (int next = 0; next < waiting.size(); next++) {
            StateNode node = waiting.get(next);
            if (places.putIfAbsent(node, nodes.size()) == null) {
                nodes.add(node);
                children.clear();
                node.currentChildren(children);
                for (int i = 0; i < children.size(); i++) {
                    waiting.add(children.get(i));
                }
            }
        }
    }

    /** What was put into the view and what it is subscribed to; equal for equal views, however they came to be so. */
    public byte[] write(StateView view) {
        ByteWriter out = new ByteWriter(64 + view.table.size() * 4);
        out.u8(FORMAT);
        for (int place : wanted(view)) {
            ViewEntry entry = Objects.requireNonNull(view.table.get(nodes.get(place)));
            out.u8((entry.member ? MEMBER : 0) | (entry.subscribed ? SUBSCRIBED : 0));
            out.number(place);
            out.number(entry.tags);
        }
        return Arrays.copyOf(out.bytes, out.at);
    }

    private int[] wanted(StateView view) {
        int[] wanted = new int[view.table.size()];
        int count = 0;
        for (int i = 0; i < view.table.size(); i++) {
            ViewEntry entry = view.table.at(i);
            Integer place = places.get(entry.node);
            if (place != null && (entry.member || entry.subscribed)) {
                wanted[count++] = place;
            }
        }
        int[] sorted = Arrays.copyOf(wanted, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * A view of this state that holds what the written one held. Its client gets a full state next.
     *
     * @throws IllegalArgumentException where the bytes are those of another state, or of a newer format
     */
    public StateView read(byte[] bytes, Dialect dialect) {
        ByteReader in = new ByteReader(bytes, 0, bytes.length);
        if (!in.hasMore() || in.u8() != FORMAT) {
            throw new IllegalArgumentException(
                    "These %d bytes are no view in a format that this version reads".formatted(bytes.length));
        }
        StateView view = new StateView(dialect);
        while (in.hasMore()) {
            int how = in.u8();
            double place = in.number();
            int tags = (int) in.number();
            if (!(place >= 0 && place < nodes.size())) {
                throw new IllegalArgumentException(
                        "The view holds part %s of the state, which has %d parts".formatted(place, nodes.size()));
            }
            restore(view, nodes.get((int) place), how, tags);
        }
        return view;
    }

    private static void restore(StateView view, StateNode node, int how, int tags) {
        switch (node) {
            case StateObject object
            when (how & MEMBER) != 0 -> {
                if (tags > 0) {
                    view.add(object, tags);
                } else {
                    view.add(object);
                }
            }
            case StateContainer container when (how & SUBSCRIBED) != 0 -> view.subscribe(container);
            default -> throw new IllegalArgumentException("The view is of another state: it holds a " + node);
        }
    }
}
