package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Lets entries of streams into a view a few a message, the most urgent first; the others ask again with the next one. */
final class StreamPace {
    private static final Comparator<Edge> URGENT_FIRST =
            Comparator.comparingInt(StreamPace::priority).reversed().thenComparingInt(edge -> edge.index);

    private final Consumer<Edge> show;
    private final Set<Edge> asking = new LinkedHashSet<>();
    /** Entries let in by this message. */
    private final Map<StateNode, Integer> delivered = new IdentityHashMap<>();

    private StateView view = new StateView();

    StreamPace(Consumer<Edge> show) {
        this.show = show;
    }

    private static int priority(Edge edge) {
        return edge.parent instanceof StateStream stream ? stream.priority(edge.child) : 0;
    }

    void begin(StateView of) {
        view = of;
        asking.clear();
        if (!delivered.isEmpty()) {
            delivered.clear();
        }
        if (!of.waiting.isEmpty()) {
            asking.addAll(of.waiting);
            of.waiting.clear();
        }
    }

    void ask(Edge edge) {
        asking.add(edge);
    }

    /** Shows what has its turn; whether that was anything. */
    boolean deliver() {
        if (asking.isEmpty()) {
            return false;
        }
        List<Edge> order = new ArrayList<>(asking);
        order.sort(URGENT_FIRST);
        asking.clear();
        boolean any = false;
        for (Edge edge : order) {
            if (edge.removed || isShown(edge) || !ViewWishes.wants(view, edge)) {
                continue;
            }
            if (delivered.getOrDefault(edge.parent, 0) >= edge.field.perTick) {
                view.waiting.add(edge);
                continue;
            }
            show.accept(edge);
            if (isShown(edge)) {
                delivered.merge(edge.parent, 1, Integer::sum);
                any = true;
            }
        }
        return any;
    }

    private boolean isShown(Edge edge) {
        ViewEntry entry = view.table.get(edge.child);
        return entry != null && entry.shows(edge);
    }
}
