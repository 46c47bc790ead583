package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** During a resync: which entries of which collections were mentioned; the others are dropped afterwards. */
final class MirrorVisits {
    private final Map<Integer, Set<Object>> visited = new HashMap<>();
    private final MirrorRefs refs;
    boolean skipped;

    MirrorVisits(MirrorRefs refs) {
        this.refs = refs;
    }

    void mention(int refId) {
        visited.computeIfAbsent(refId, key -> new HashSet<>());
    }

    void mention(int refId, Object entry) {
        visited.computeIfAbsent(refId, key -> new HashSet<>()).add(entry);
    }

    /** An entry was given another object: the one before is released here. */
    void replaced(int refId, Object entry, int op, @Nullable Object before, @Nullable Object now) {
        mention(refId, entry);
        if (op == OpWriter.ADD && before instanceof Mirror old && old != now) {
            refs.remove(old.refId);
        }
    }

    void prune(Mirror root) {
        if (!skipped) {
            prune(root, new HashSet<>());
        }
    }

    private void prune(Mirror node, Set<Integer> seen) {
        if (!seen.add(node.refId)) {
            return;
        }
        Set<Object> mentioned = visited.get(node.refId);
        if (node.type == null && mentioned != null && node.kind != Kind.STREAM) {
            dropOthers(node, mentioned);
        }
        for (Mirror child : node.children()) {
            prune(child, seen);
        }
    }

    private void dropOthers(Mirror node, Set<Object> mentioned) {
        for (int i = 0; i < node.values.size(); i++) {
            if (!mentioned.contains(i)) {
                drop(node.values.get(i));
                node.values.set(i, null);
                node.holes = true;
            }
        }
        node.compact();
        List<Object> gone = new ArrayList<>(node.entries.keySet());
        gone.removeAll(mentioned);
        for (Object key : gone) {
            drop(node.entries.remove(key));
            node.keys.values().removeIf(key::equals);
        }
    }

    private void drop(@Nullable Object value) {
        if (value instanceof Mirror node) {
            refs.remove(node.refId);
        }
    }
}
