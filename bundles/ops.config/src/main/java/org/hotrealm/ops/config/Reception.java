package org.hotrealm.ops.config;

import java.util.Map;
import java.util.Optional;

/** How a component takes its settings. */
interface Reception {

    /** Why it does not run under these settings, which it has just been given; empty where it does, or does not say. */
    Optional<String> refusal(String pid, Map<String, Object> settings);
}
