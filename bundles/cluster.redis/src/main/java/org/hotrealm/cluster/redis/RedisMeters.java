package org.hotrealm.cluster.redis;

import io.lettuce.core.event.command.CommandBaseEvent;
import io.lettuce.core.event.command.CommandFailedEvent;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.event.command.CommandSucceededEvent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How long Redis takes for which command. Called on the client library's threads. */
final class RedisMeters implements MeterBinder, CommandListener {

    private static final String BEGUN = "hotrealm.begun";

    private final BooleanSupplier healthy;
    private volatile @Nullable Live live;

    /** The meters of a registry that is there, by command and outcome. */
    private record Live(MeterRegistry registry, Map<String, Timer> done, Map<String, Timer> failed) {}

    RedisMeters(BooleanSupplier healthy) {
        this.healthy = healthy;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hotrealm.redis.up", healthy, up -> up.getAsBoolean() ? 1 : 0)
                .description("Whether Redis answers")
                .register(registry);
        live = new Live(registry, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        event.getContext().put(BEGUN, System.nanoTime());
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        record(event, true);
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        record(event, false);
    }

    private void record(CommandBaseEvent event, boolean done) {
        Live to = live;
        if (to != null && event.getContext().get(BEGUN) instanceof Long begun) {
            String command = event.getCommand().getType().toString().toLowerCase(Locale.ROOT);
            (done ? to.done() : to.failed())
                    .computeIfAbsent(command, name -> timer(to.registry(), name, done ? "done" : "failed"))
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private static Timer timer(MeterRegistry to, String command, String outcome) {
        return Timer.builder("hotrealm.redis.commands")
                .description("What Redis took to answer")
                .tag("command", command)
                .tag("outcome", outcome)
                .register(to);
    }
}
