package org.hotrealm.realm.world;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import org.hotrealm.realm.api.AiState;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * How many monsters there are on this node. Each world is counted on its room's thread, once a second; here the counts are
 * added up. Any thread.
 */
@Component(service = {Census.class, MeterBinder.class})
public final class Census implements MeterBinder {

    /** The count of each world; a world that is gone takes its own along. */
    private final Set<Headcount> worlds = Collections.newSetFromMap(new WeakHashMap<>());

    private final Set<String> kinds = new HashSet<>();
    private @Nullable MeterRegistry registry;

    /** The count of a new world. */
    synchronized Headcount open() {
        Headcount fresh = new Headcount(this);
        worlds.add(fresh);
        return fresh;
    }

    @Override
    public synchronized void bindTo(MeterRegistry to) {
        registry = to;
        kinds.forEach(kind -> show(to, kind));
    }

    /** There are monsters of this kind. */
    synchronized void seen(String kind) {
        MeterRegistry to = registry;
        if (kinds.add(kind) && to != null) {
            show(to, kind);
        }
    }

    private void show(MeterRegistry to, String kind) {
        for (AiState state : AiState.values()) {
            Gauge.builder("hotrealm.monsters", this, all -> all.count(kind, state))
                    .description("Monsters in realms of this node; dead ones wait for their return")
                    .tag("kind", kind)
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(to);
        }
    }

    synchronized int count(String kind, AiState state) {
        return worlds.stream().mapToInt(world -> world.of(kind, state)).sum();
    }
}
