package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;

/**
 * Bundles that hang in their start or stop. The framework holds a lock of theirs until that ends: whoever asks anything of them
 * waits as long, a refresh even with the lock of the whole framework. So they are left alone until then. Any thread.
 */
final class Wrecks {

    private final Map<Bundle, Wreck> all = new HashMap<>();

    /**
     * A bundle that hangs.
     *
     * @param thread on which it does
     * @param step in which it does
     * @param goes whether it is to be taken out once that has ended
     */
    record Wreck(Thread thread, String step, boolean goes) {}

    /** A bundle does not come to the end of a step on this thread. */
    synchronized void add(Bundle bundle, Thread thread, String step) {
        all.putIfAbsent(bundle, new Wreck(thread, step, false));
    }

    /** Refuses what is to be done to a bundle that hangs. */
    synchronized void refuse(Bundle bundle) throws Refusal {
        Wreck wreck = all.get(bundle);
        if (wreck != null && wreck.thread.isAlive()) {
            throw new Refusal(
                    "%s %s still hangs in its %s and is left as it is; nothing uses it, and it goes when that ends, or with the next start of the server"
                            .formatted(bundle.getSymbolicName(), bundle.getVersion(), wreck.step));
        }
    }

    /** Refuses as {@link #refuse}; once it hangs no more, it is taken out. */
    synchronized void remove(Bundle bundle) throws Refusal {
        all.computeIfPresent(bundle, (same, wreck) -> new Wreck(wreck.thread, wreck.step, true));
        refuse(bundle);
    }

    synchronized boolean has(Bundle bundle) {
        return all.containsKey(bundle);
    }

    /** Those that hang no more; they are not wrecks from now on. */
    synchronized List<Map.Entry<Bundle, Wreck>> over() {
        List<Map.Entry<Bundle, Wreck>> over = new ArrayList<>();
        all.entrySet().removeIf(entry -> {
            boolean ended = !entry.getValue().thread.isAlive();
            if (ended) {
                over.add(Map.entry(entry.getKey(), entry.getValue()));
            }
            return ended;
        });
        return over;
    }
}
