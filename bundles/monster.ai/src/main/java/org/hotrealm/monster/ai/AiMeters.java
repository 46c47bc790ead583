package org.hotrealm.monster.ai;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** What thinking costs, by kind of monster. Written on rooms' threads; nothing is measured while nobody asks. */
@Component(service = {AiMeters.class, MeterBinder.class})
public final class AiMeters implements MeterBinder {

    private volatile @Nullable Live live;

    /** The meters of a registry that is there, by kind. */
    private record Live(MeterRegistry registry, Map<String, Timer> kinds) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        live = new Live(registry, new ConcurrentHashMap<>());
    }

    /** The time, for {@link #thought}; 0 where nobody asks. */
    long now() {
        return live == null ? 0 : System.nanoTime();
    }

    /** A monster of this kind has thought since then. */
    void thought(String kind, long since) {
        Live to = live;
        if (to == null || since == 0) {
            return;
        }
        long nanos = System.nanoTime() - since;
        Timer timer = to.kinds().get(kind);
        if (timer == null) {
            timer = to.kinds()
                    .computeIfAbsent(
                            kind,
                            name -> Timer.builder("hotrealm.ai.thought")
                                    .description("What a thought of a monster took, its own brain included")
                                    .tag("kind", name)
                                    .register(to.registry()));
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }
}
