package org.hotrealm.itests.swap;

import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;

/**
 * A system of the realm at the end of each tick: it makes the casts of players last long enough to be swapped under, has
 * the casters and a monster bleed meanwhile (players bleed without harm where it is safe), and writes down what it sees.
 */
final class Witness implements RealmSystem {

    static final String NAME = "probe.witness";
    static final int CAST_TICKS = 160;
    static final int PULSE_TICKS = 20;
    private static final int BLEEDS_FOR = 400;

    private final ConcurrentNavigableMap<Long, Cast> casts = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, Integer> pulses = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, String> landed = new ConcurrentSkipListMap<>();

    @Override
    public String system() {
        return NAME;
    }

    @Override
    public Phase phase() {
        return Phase.RESPAWN;
    }

    @Override
    public void run(World world) {
        long now = world.tick().number();
        for (Player player : world.players()) {
            Cast cast = player.cast();
            if (cast != null && cast.lands() - cast.begun() != CAST_TICKS) {
                player.cast(longer(cast));
                player.gain(bleeding(now));
                bleeder(world).gain(bleeding(now));
            }
            if (player.cast() != null) {
                casts.put(now, player.cast());
            }
        }
        note(now, world);
    }

    private static Monster bleeder(World world) {
        return world.monsters().getFirst();
    }

    private static Cast longer(Cast cast) {
        return new Cast(cast.skill(), cast.target(), cast.x(), cast.y(), cast.begun(), cast.begun() + CAST_TICKS);
    }

    private static Status bleeding(long now) {
        Status.Kind kind = Status.Kind.DAMAGE_OVER_TIME;
        return new Status("bite/1", "bite", kind, 0, "", 2, 1, PULSE_TICKS, true, now, now + BLEEDS_FOR);
    }

    private void note(long now, World world) {
        for (Event event : world.events()) {
            if (event instanceof Event.Hurt hurt
                    && hurt.actor() == bleeder(world).id()) {
                pulses.merge(now, hurt.amount(), Integer::sum);
            } else if (event instanceof Event.CastLanded cast && world.actor(cast.actor()) instanceof Player) {
                landed.put(now, cast.skill());
            } else if (event instanceof Event.CastBroken broken && world.actor(broken.actor()) instanceof Player) {
                landed.put(now, "broken: " + broken.reason());
            }
        }
    }

    /** The running cast at the end of each tick in which there was one. */
    ConcurrentNavigableMap<Long, Cast> casts() {
        return casts;
    }

    /** What bleeding took, by tick. */
    ConcurrentNavigableMap<Long, Integer> pulses() {
        return pulses;
    }

    /** The skills that took effect, and the casts that broke, by tick. */
    ConcurrentNavigableMap<Long, String> landed() {
        return landed;
    }
}
