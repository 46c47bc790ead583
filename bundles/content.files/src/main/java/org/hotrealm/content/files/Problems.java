package org.hotrealm.content.files;

import com.networknt.schema.utils.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.ContentProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with the files. Not for several threads. */
final class Problems {

    private final List<ContentProblem> found = new ArrayList<>();

    void add(String file, int line, String pointer, String reason) {
        ContentProblem problem = new ContentProblem(file, line, pointer, reason);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /** A problem at a node; its line is the node's. */
    void at(Json place, String reason) {
        add(place.file(), line(place.node()), place.pointer(), reason);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int size() {
        return found.size();
    }

    List<ContentProblem> list() {
        return List.copyOf(found);
    }

    /** The line a node begins on, from 1; 0 where it was not read from a file. */
    static int line(@Nullable JsonNode node) {
        TokenStreamLocation location = node == null ? null : JsonNodes.tokenStreamLocationOf(node);
        return location == null ? 0 : Math.max(0, location.getLineNr());
    }
}
