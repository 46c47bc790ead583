package org.hotrealm.loot.tables;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.loot.api.LootRule;
import org.hotrealm.loot.api.LootRule.Roll;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What those who died in this tick leave behind. */
final class Spoils {

    private static final Logger LOG = LoggerFactory.getLogger(Spoils.class);
    private static final int TELL_AGAIN_MILLIS = 60_000;
    private static final String FAILED = "loot.rule.failed";

    private final World world;
    private final List<LootRule> rules;
    private final String version;

    Spoils(World world, List<LootRule> rules, String version) {
        this.world = world;
        this.rules = rules;
        this.version = version;
    }

    void ofTheDead() {
        List<Event> events = world.events();
        // Dropping adds events behind those looked at.
        int count = events.size();
        for (int i = 0; i < count; i++) {
            if (events.get(i) instanceof Event.Died died && world.actor(died.actor()) instanceof Monster victim) {
                @Nullable Player winner = world.actor(died.killer()) instanceof Player killer ? killer : null;
                of(victim, winner);
                if (winner != null) {
                    // After the roll: the first of its kind is still the first there.
                    winner.killed(victim.kind());
                }
            }
        }
    }

    private void of(Monster victim, @Nullable Player killer) {
        String table = victim.def().loot();
        if (table.isEmpty()) {
            return;
        }
        List<Roll> rolls = rolled(table, victim, killer);
        for (LootRule rule : rules) {
            rolls = changed(rule, victim, killer, rolls);
        }
        Scatter scatter = new Scatter(world.map(), victim.x(), victim.y());
        for (Roll roll : rolls) {
            lay(victim, killer, roll, scatter);
        }
    }

    private List<Roll> rolled(String table, Monster victim, @Nullable Player killer) {
        List<Roll> rolls = new ArrayList<>();
        new Rolls(
                        world.content(),
                        Circumstances.of(world, victim, killer),
                        killer == null ? Luck.NONE : Luck.of(killer),
                        world.random(),
                        (item, quantity, from, roll) -> rolls.add(new Roll(item, quantity, from, roll)))
                .roll(table);
        return rolls;
    }

    private List<Roll> changed(LootRule rule, Monster victim, @Nullable Player killer, List<Roll> rolls) {
        try {
            return List.copyOf(rule.change(world, victim, killer, List.copyOf(rolls)));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            tell("the loot rule {} failed and was left out", rule.getClass().getName(), e);
            return rolls;
        }
    }

    private void lay(Monster victim, @Nullable Player killer, Roll roll, Scatter scatter) {
        ContentSet content = world.content();
        if (!content.items().containsKey(roll.item()) || roll.quantity() < 1) {
            tell("a loot rule wants to drop {}, which there is not; left out", roll, null);
            return;
        }
        Drop.Origin origin = new Drop.Origin(
                roll.table(),
                version,
                content.revision(),
                roll.roll(),
                victim.id(),
                victim.kind(),
                world.tick().number());
        ZoneMap.Point place = scatter.place();
        world.drop(origin, roll.item(), roll.quantity(), place.x(), place.y(), killer);
    }

    /** At most once a minute and room: what the last time was is noted in the world. */
    private void tell(String text, Object about, @Nullable Throwable error) {
        long now = world.tick().number();
        double told = world.memory().get(FAILED);
        if (told == 0 || now - told > world.tick().ticks(TELL_AGAIN_MILLIS)) {
            world.memory().set(FAILED, (double) now);
            LOG.warn(text, about, error);
        }
    }
}
