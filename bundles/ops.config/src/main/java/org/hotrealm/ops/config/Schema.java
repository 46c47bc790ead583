package org.hotrealm.ops.config;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be configured here. */
final class Schema {

    private final Supplier<Map<String, Described>> known;

    /** @param known components by PID, as of now */
    Schema(Supplier<Map<String, Described>> known) {
        this.known = known;
    }

    /** The component that a PID names, with or without the name behind {@code ~}. */
    Optional<Described> of(String pid) {
        int factoryEnd = pid.indexOf('~');
        return Optional.ofNullable(known.get().get(factoryEnd < 0 ? pid : pid.substring(0, factoryEnd)));
    }

    /** All components, by PID. */
    Collection<Described> all() {
        return known.get().values();
    }
}
