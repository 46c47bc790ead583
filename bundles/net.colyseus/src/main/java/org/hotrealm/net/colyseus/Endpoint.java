package org.hotrealm.net.colyseus;

import java.util.List;
import java.util.Map;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.state.schema.Dialect;

/**
 * Which generation of the SDK is at the other end. Nothing on the wire tells, but the SDK repeats its endpoint's path and
 * query in every request: {@code ws://host?dialect=17} or {@code ws://host/v17} say 0.17; without either it is 0.18.
 */
final class Endpoint {

    /** Paths under which the older generations are served. */
    static final List<String> OLDER_PATHS = List.of("/v17", "/v16");

    private static final Map<String, Dialect> BY_QUERY =
            Map.of("18", Dialect.V18, "17", Dialect.V17, "16", Dialect.V16);
    private static final Map<String, Dialect> BY_PATH = Map.of("v17", Dialect.V17, "v16", Dialect.V16);

    private Endpoint() {}

    static Dialect dialect(HttpCall call) throws RefusedException {
        String asked = call.query().get("dialect");
        if (asked == null) {
            List<String> parts = call.parts();
            return parts.isEmpty() ? Dialect.V18 : BY_PATH.getOrDefault(parts.getFirst(), Dialect.V18);
        }
        Dialect known = BY_QUERY.get(asked);
        if (known == null) {
            throw new RefusedException(400, "dialect=%s in the endpoint is none of 16, 17 and 18".formatted(asked));
        }
        return known;
    }

    /** The path's parts behind the one that only names a generation. */
    static List<String> parts(HttpCall call) {
        List<String> parts = call.parts();
        return !parts.isEmpty() && BY_PATH.containsKey(parts.getFirst()) ? parts.subList(1, parts.size()) : parts;
    }
}
