package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The nodes a client knows, counted by the places that hold them; forgotten at the end of a message at zero. */
final class MirrorRefs {
    private final Map<Integer, Mirror> nodes = new HashMap<>();
    private final Map<Integer, Integer> counts = new TreeMap<>();
    private final Set<Integer> released = new LinkedHashSet<>();
    final List<String> problems = new ArrayList<>();

    @Nullable
    Mirror get(int id) {
        return nodes.get(id);
    }

    void add(int id, Mirror node, boolean count) {
        nodes.put(id, node);
        node.refId = id;
        if (count) {
            counts.merge(id, 1, Integer::sum);
        }
        released.remove(id);
    }

    void remove(int id) {
        int count = counts.getOrDefault(id, 0);
        if (count == 0) {
            problems.add("node " + id + " is released once too often");
            return;
        }
        counts.put(id, count - 1);
        if (count == 1) {
            released.add(id);
        }
    }

    void collect() {
        while (!released.isEmpty()) {
            int id = released.iterator().next();
            released.remove(id);
            Mirror node = nodes.get(id);
            if (node == null || counts.getOrDefault(id, 0) > 0) {
                continue;
            }
            for (Mirror child : node.children()) {
                remove(child.refId);
            }
            nodes.remove(id);
            counts.remove(id);
        }
    }

    Map<Integer, Integer> counts() {
        Map<Integer, Integer> known = new TreeMap<>(counts);
        known.keySet().retainAll(new HashSet<>(nodes.keySet()));
        return known;
    }
}
