package org.hotrealm.monster.ai;

import java.util.List;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/**
 * What one monster takes in during one thought. One object serves all monsters of a tick, one after the other, and is
 * forgotten with the tick. Who is found is looked for once and only when a condition asks.
 */
final class Thought {

    /** Nobody further off than this matters to a monster that is at peace. */
    static final double WATCHED_WITHIN = 32;

    private final World world;
    private final PathFinder paths = new PathFinder();
    private final Kin kin = new Kin();
    private final Crowd crowd = new Crowd();
    private @Nullable Monster self;
    private @Nullable Actor target;
    private @Nullable Actor attacker;
    private @Nullable Actor seen;
    private @Nullable Actor kinsEnemy;
    private boolean attackerSought;
    private boolean seenSought;
    private boolean kinSought;
    private boolean watched;

    Thought(World world) {
        this.world = world;
    }

    /** Turns to a monster. */
    void about(Monster monster) {
        self = monster;
        attackerSought = false;
        seenSought = false;
        kinSought = false;
        attacker = null;
        seen = null;
        kinsEnemy = null;
        watched = anybodyWithin(monster, WATCHED_WITHIN);
        target = engaged(monster.state()) ? Targets.choose(this) : null;
    }

    static boolean engaged(AiState state) {
        return state == AiState.CHASE || state == AiState.ATTACK || state == AiState.FLEE;
    }

    World world() {
        return world;
    }

    ZoneMap map() {
        return world.map();
    }

    PathFinder paths() {
        return paths;
    }

    Crowd crowd() {
        return crowd;
    }

    Monster self() {
        if (self == null) {
            throw new IllegalStateException("no monster is being thought about");
        }
        return self;
    }

    MonsterDef def() {
        return self().def();
    }

    long now() {
        return world.tick().number();
    }

    /** Ticks since it came into its state. */
    long inState() {
        return now() - self().stateSince();
    }

    int ticks(long millis) {
        return world.tick().ticks(millis);
    }

    /** Whether a player is near enough to see it or to matter to it. */
    boolean watched() {
        return watched;
    }

    /** Whom it is after, or null; only in a fight. */
    @Nullable
    Actor target() {
        return target;
    }

    /** Goes for somebody from now on. */
    void target(@Nullable Actor enemy) {
        target = enemy;
        self().target(enemy == null ? 0 : enemy.id());
    }

    /** The one who has angered it most of those it may go for, or null. */
    @Nullable
    Actor attacker() {
        if (!attackerSought) {
            attackerSought = true;
            attacker = Targets.angriest(this);
        }
        return attacker;
    }

    /** The nearest enemy that an aggressive monster perceives, or null. */
    @Nullable
    Actor seen() {
        if (!seenSought) {
            seenSought = true;
            seen = watched && def().aggression() == MonsterDef.Aggression.AGGRESSIVE ? Senses.nearest(this) : null;
        }
        return seen;
    }

    /** Whoever attacks one of its kind near by, or null. */
    @Nullable
    Actor kinsEnemy() {
        if (!kinSought) {
            kinSought = true;
            kinsEnemy = watched ? kin.enemy(this) : null;
        }
        return kinsEnemy;
    }

    /** One of its kind, not in a fight, to run to, or null. */
    @Nullable
    Monster refuge(Actor from) {
        return kin.refuge(this, from);
    }

    private boolean anybodyWithin(Monster monster, double radius) {
        List<Player> players = world.players();
        double square = radius * radius;
        int count = players.size();
        for (int i = 0; i < count; i++) {
            Player player = players.get(i);
            double dx = player.x() - monster.x();
            double dy = player.y() - monster.y();
            if (dx * dx + dy * dy < square) {
                return true;
            }
        }
        return false;
    }
}
