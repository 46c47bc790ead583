package org.hotrealm.net.colyseus;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** So many joins a second from one address. Any thread. */
final class AddressLimits {

    /** More addresses than this at a time are forgotten together: a limit on memory, not a promise to attackers. */
    private static final int MOST_ADDRESSES = 50_000;

    private final Map<String, RateLimit> limits = new ConcurrentHashMap<>();

    /** Spends one of this site; false where none is left. */
    boolean spend(String site, int perSecond, long nowNanos) {
        if (limits.size() >= MOST_ADDRESSES) {
            limits.clear();
        }
        RateLimit limit = limits.computeIfAbsent(site, _ -> new RateLimit(perSecond, nowNanos));
        synchronized (limit) {
            return limit.spend(nowNanos);
        }
    }

    /** Forgets those that have their whole credit again. */
    void forgetQuiet(long nowNanos) {
        limits.values().removeIf(limit -> {
            synchronized (limit) {
                return limit.quiet(nowNanos);
            }
        });
    }
}
