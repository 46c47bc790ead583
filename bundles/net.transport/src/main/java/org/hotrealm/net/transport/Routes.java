package org.hotrealm.net.transport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotrealm.net.api.HttpRoute;
import org.jspecify.annotations.Nullable;

/** The routes registered now. Any thread; a change is seen by the next request. */
final class Routes {

    /**
     * A route with what orders it.
     *
     * @param route the service
     * @param prefix as it was when registered
     * @param ranking the service's
     */
    private record Entry(HttpRoute route, String prefix, int ranking) {}

    private static final Comparator<Entry> ORDER = Comparator.<Entry>comparingInt(entry -> entry.prefix.length())
            .thenComparingInt(Entry::ranking)
            .reversed();

    private volatile List<Entry> entries = List.of();

    synchronized void add(HttpRoute route, int ranking) {
        String prefix = route.prefix();
        if (!prefix.startsWith("/")) {
            throw new IllegalArgumentException(
                    "the route %s has the prefix '%s'; it must begin with a slash".formatted(route, prefix));
        }
        List<Entry> next = new ArrayList<>(entries);
        next.add(new Entry(route, prefix, ranking));
        next.sort(ORDER);
        entries = List.copyOf(next);
    }

    synchronized void remove(HttpRoute route) {
        entries = entries.stream().filter(entry -> entry.route != route).toList();
    }

    /** The route with the longest prefix of this path, or null. A prefix ends at a slash or at the path's end. */
    @Nullable
    HttpRoute match(String path) {
        for (Entry entry : entries) {
            if (covers(entry.prefix, path)) {
                return entry.route;
            }
        }
        return null;
    }

    private static boolean covers(String prefix, String path) {
        return path.startsWith(prefix)
                && (prefix.endsWith("/") || path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
