package org.hotrealm.realm.zone;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.ItemDef.Rarity;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * What realms did: time by phase, and casts, kills and drops as told by the events of a tick, whichever system they come from.
 * Written on rooms' threads; nothing is measured while nobody asks.
 */
@Component(service = {ZoneMeters.class, MeterBinder.class})
public final class ZoneMeters implements MeterBinder {

    private static final Duration[] BOUNDS = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50)
    };

    private static final String PUBLISH = "publish";

    private volatile @Nullable Live live;

    /** The meters of a registry that is there. Phases and rarities are in the order of their kinds. */
    private record Live(
            MeterRegistry registry,
            List<Timer> phases,
            Timer publish,
            List<Counter> drops,
            Counter deaths,
            Map<String, Counter> landed,
            Map<String, Counter> broken,
            Map<String, Counter> kills) {}

    @Override
    public void bindTo(MeterRegistry to) {
        live = new Live(
                to,
                Arrays.stream(Phase.values())
                        .map(phase -> phase(to, phase.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                phase(to, PUBLISH),
                Arrays.stream(Rarity.values())
                        .map(rarity -> counter(
                                to,
                                "hotrealm.loot.drops",
                                "Things that fell to the ground",
                                "rarity",
                                rarity.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                Counter.builder("hotrealm.player.deaths")
                        .description("Players that died")
                        .register(to),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** The time, for {@link #spent}; 0 where nobody asks. */
    long now() {
        return live == null ? 0 : System.nanoTime();
    }

    /** A phase took from then until now; gives back now. */
    @SuppressWarnings("EnumOrdinal") // the list is in the order of the phases
    long spent(Phase phase, long since) {
        Live to = live;
        return to == null ? 0 : record(to.phases().get(phase.ordinal()), since);
    }

    /** Views were brought up to date from then until now. */
    void published(long since) {
        Live to = live;
        if (to != null) {
            record(to.publish(), since);
        }
    }

    /** Counts what happened in this tick. */
    void happened(World world) {
        Live to = live;
        if (to == null) {
            return;
        }
        List<Event> events = world.events();
        for (int i = 0; i < events.size(); i++) {
            count(to, world, events.get(i));
        }
    }

    private static void count(Live to, World world, Event event) {
        switch (event) {
            case Event.CastLanded cast -> cast(to, to.landed(), cast.skill(), "landed");
            case Event.CastBroken cast -> cast(to, to.broken(), cast.skill(), "broken");
            case Event.Dropped drop -> dropped(to, world, drop.item());
            case Event.Died death -> {
                if (world.actor(death.actor()) instanceof Monster monster) {
                    kill(to, monster.kind());
                } else {
                    to.deaths().increment();
                }
            }
            default -> {}
        }
    }

    @SuppressWarnings("EnumOrdinal") // the list is in the order of the rarities
    private static void dropped(Live to, World world, String id) {
        ItemDef item = world.content().items().get(id);
        if (item != null) {
            to.drops().get(item.rarity().ordinal()).increment();
        }
    }

    private static void cast(Live to, Map<String, Counter> of, String skill, String outcome) {
        Counter counter = of.get(skill);
        if (counter == null) {
            counter = of.computeIfAbsent(
                    skill,
                    id -> Counter.builder("hotrealm.casts")
                            .description("Skills of players and monsters that took effect or broke off")
                            .tag("skill", id)
                            .tag("outcome", outcome)
                            .register(to.registry()));
        }
        counter.increment();
    }

    private static void kill(Live to, String kind) {
        Counter counter = to.kills().get(kind);
        if (counter == null) {
            counter = to.kills()
                    .computeIfAbsent(
                            kind, id -> counter(to.registry(), "hotrealm.kills", "Monsters that died", "kind", id));
        }
        counter.increment();
    }

    private static Counter counter(MeterRegistry to, String name, String description, String label, String value) {
        return Counter.builder(name).description(description).tag(label, value).register(to);
    }

    private static Timer phase(MeterRegistry to, String phase) {
        return Timer.builder("hotrealm.realm.phase")
                .description("What a phase of a realm's tick took, the systems of that phase included")
                .tag("phase", phase)
                .serviceLevelObjectives(BOUNDS)
                .register(to);
    }

    private static long record(Timer timer, long since) {
        long now = System.nanoTime();
        if (since != 0) {
            timer.record(now - since, TimeUnit.NANOSECONDS);
        }
        return now;
    }
}
