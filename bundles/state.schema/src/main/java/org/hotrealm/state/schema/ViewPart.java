package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts together what one client sees beyond the shared part. One instance serves all views of a room, one after another.
 *
 * <p>A message is made in this order: places that are no longer shown; places newly shown, then the contents they lead to;
 * the differences of what the client knew before; at last, as the client's decoder does at the end of a message, everything
 * that no shown place holds any more is forgotten.
 */
final class ViewPart {
    private final Graph graph;
    private final Deltas deltas;
    private final ColumnDeltas columns;
    private final ByteWriter segments;
    private final ViewGates gates;
    private final ViewContents contents;
    private final ByteWriter out;
    /** What the view knows of what the tick has touched. */
    private ViewEntry[] touched = new ViewEntry[64];

    private int touchedCount;
    /** Where in the view's table those lie of which values changed and nothing else. */
    private int[] steady = new int[64];

    private int steadyCount;
    /** Those among them in which, or of which, places changed. */
    private final List<ViewEntry> restructured = new ArrayList<>();

    ViewPart(
            Graph graph, SharedPart shared, ByteWriter segments, Deltas deltas, ColumnDeltas columns, TypeTable types) {
        this.graph = graph;
        this.deltas = deltas;
        this.columns = columns;
        this.segments = segments;
        this.out = new ByteWriter(1024);
        this.contents = new ViewContents(graph, shared, segments, new OpWriter(out, types));
        this.gates = contents.gates;
    }

    /** The message after the shared part, in a buffer that the next call reuses. */
    ByteWriter patch(StateView view, boolean behind) {
        contents.begin(view, Contents.Mode.PLAIN, behind);
        touchedCount = 0;
        steadyCount = 0;
        restructured.clear();
        if (behind) {
            visibilityChanges(view);
            collect(view.table, view.dialect().isLegacy());
        }
        hide(view);
        show(view, behind);
        complete();
        values(view.table);
        differences();
        complete();
        contents.releaseAll();
        view.table.settle(graph);
        return out;
    }

    /** The whole of it for a client that starts anew. */
    ByteWriter full(StateView view, Contents.Mode mode) {
        contents.begin(view, mode, false);
        for (int i = view.table.size() - 1; i >= 0; i--) {
            ViewEntry entry = view.table.at(i);
            entry.forget();
            if (!entry.isWanted()) {
                entry.listed = false;
                view.table.remove(entry);
            }
        }
        view.changes.clear();
        List<ViewEntry> wanted = new ArrayList<>(view.table.size());
        for (int i = 0; i < view.table.size(); i++) {
            wanted.add(view.table.at(i));
        }
        for (ViewEntry entry : wanted) {
            entry.listed = false;
            gates.showWanted(entry);
        }
        complete();
        contents.releaseAll();
        view.table.settle(graph);
        return out;
    }

    private void complete() {
        do {
            contents.drain();
        } while (gates.deliver());
    }

    private void showChanges(StateView view) {
        for (int i = 0; i < view.changes.size(); i++) {
            ViewEntry entry = view.changes.get(i);
            entry.listed = false;
            if (entry.isWanted()) {
                gates.showWanted(entry);
            } else if (entry.count() == 0 && entry.groups() == 0) {
                contents.release(entry);
            }
        }
        view.changes.clear();
    }

    /** Whatever the view knows and the tick has touched, by the shorter of the two lists. */
    private void collect(ViewTable table, boolean legacy) {
        int known = table.size();
        if (columns.pieces() == 0 && graph.record.touched.size() < known) {
            for (int i = 0; i < graph.record.touched.size(); i++) {
                ViewEntry entry = table.get(graph.record.touched.get(i));
                if (entry != null) {
                    collect(entry);
                }
            }
            return;
        }
        if (known > steady.length) {
            steady = new int[known * 2];
        }
        int[] codes = table.codes;
        long[] pieces = graph.pieces.at;
        for (int i = 0; i < known; i++) {
            int code = codes[i];
            long piece = pieces[code < 0 ? ~code : code];
            if (code >= 0 && piece > 0 && !legacy) {
                steady[steadyCount++] = i;
            } else if (piece != 0 || (code == ~Pieces.NOBODY && table.at(i).node.touchTick == graph.tick)) {
                collect(table.at(i));
            }
        }
    }

    /** The differences of what lies as it lay before the message. */
    private void values(ViewTable table) {
        int[] codes = table.codes;
        long[] pieces = graph.pieces.at;
        byte[] from = segments.bytes;
        for (int i = 0; i < steadyCount; i++) {
            int code = codes[steady[i]];
            if (code >= 0) {
                long piece = pieces[code];
                out.raw(from, Pieces.from(piece), Pieces.to(piece) - Pieces.from(piece));
            } else {
                difference(table.at(steady[i]));
            }
        }
        contents.leftStructure();
    }

    private void collect(ViewEntry entry) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, touchedCount * 2);
        }
        touched[touchedCount++] = entry;
        entry.unsettle();
        if (entry.node.structureTick == graph.tick) {
            restructured.add(entry);
        }
    }

    private void hide(StateView view) {
        for (int i = 0; i < view.changes.size(); i++) {
            gates.hiding.hideUnwanted(view.changes.get(i));
        }
        for (int i = 0; i < restructured.size(); i++) {
            gates.hiding.hideRemoved(restructured.get(i));
        }
    }

    private void show(StateView view, boolean behind) {
        showChanges(view);
        for (int i = 0; i < restructured.size(); i++) {
            gates.showNew(restructured.get(i));
        }
        if (behind) {
            showInNewlyPublic(view);
        }
    }

    private void differences() {
        for (int i = 0; i < touchedCount; i++) {
            difference(touched[i]);
        }
        contents.leftStructure();
    }

    private void difference(ViewEntry entry) {
        StateNode node = entry.node;
        if (!graph.has(node)) {
            return;
        }
        if (!node.isPublic() && entry.expanded && entry.expandedIn != contents.message) {
            if (entry.count() == 0) {
                entry.skippedIn = contents.message;
            } else {
                contents.difference(entry);
            }
        }
        int before = entry.freshIn == contents.message ? entry.groups() & ~entry.freshGroups : entry.groups();
        // The record of a node of which only its row changed is an older tick's.
        if (before != 0 && node.touchTick == graph.tick) {
            for (int i = node.links.groupsFrom; i < node.groupsTo; i += 3) {
                if ((before & 1 << deltas.groups[i]) != 0) {
                    out.raw(segments.bytes, deltas.groups[i + 1], deltas.groups[i + 2] - deltas.groups[i + 1]);
                }
            }
            contents.leftStructure();
        }
    }

    private void showInNewlyPublic(StateView view) {
        for (int i = 0; i < graph.visibility.becamePublic.size(); i++) {
            ViewEntry entry = view.table.get(graph.visibility.becamePublic.get(i));
            if (entry != null) {
                gates.showInside(entry);
            }
        }
    }

    private void visibilityChanges(StateView view) {
        for (int i = 0; i < graph.visibility.becamePublic.size(); i++) {
            ViewEntry entry = view.table.get(graph.visibility.becamePublic.get(i));
            if (entry != null && entry.expanded) {
                contents.handOver(entry);
            }
        }
        for (int i = 0; i < graph.visibility.becamePrivate.size(); i++) {
            StateNode node = graph.visibility.becamePrivate.get(i);
            boolean gates = node instanceof StateObject object && object.type.tagged != 0;
            ViewEntry entry = gates ? view.table.put(node) : view.table.get(node);
            if (entry != null) {
                contents.takeOver(entry);
            }
        }
    }
}
