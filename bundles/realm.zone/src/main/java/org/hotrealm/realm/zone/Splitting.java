package org.hotrealm.realm.zone;

import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Threat;
import org.hotrealm.realm.api.World;

/**
 * Monsters that fall apart when they die. The parts take over whom the whole hated. They belong to no spawn: dead they do
 * not come back, and alive they vanish when their time is over and they are at peace.
 */
final class Splitting {

    private static final double APART = 0.5;
    private static final String UNTIL = "split.until";

    private Splitting() {}

    static void of(World world, Monster whole) {
        MonsterDef.Split split = whole.def().split();
        if (split.count() <= 0 || !world.content().monsters().containsKey(split.into())) {
            return;
        }
        for (int i = 0; i < split.count(); i++) {
            double angle = whole.facing() + 2 * Math.PI * i / split.count() + Math.PI / 2;
            Monster part = world.addMonster(
                    split.into(), whole.x() + Math.cos(angle) * APART, whole.y() + Math.sin(angle) * APART);
            part.face(whole.facing());
            inherit(world, part, whole.threat());
            long lasts = world.tick().ticks(split.lastsMillis());
            part.memory().set(UNTIL, (double) (world.tick().number() + lasts));
        }
    }

    private static void inherit(World world, Monster part, Threat threat) {
        for (int id : threat.actors()) {
            Actor enemy = world.actor(id);
            if (enemy != null && enemy.alive()) {
                part.threat().add(id, threat.of(id));
            }
        }
    }

    /** Lets a part go whose time is over. */
    static void age(World world, Monster monster) {
        double until = monster.memory().get(UNTIL);
        boolean atPeace = monster.state() == AiState.IDLE || monster.state() == AiState.PATROL;
        if (until > 0 && world.tick().number() >= until && atPeace) {
            monster.present(false);
        }
    }
}
