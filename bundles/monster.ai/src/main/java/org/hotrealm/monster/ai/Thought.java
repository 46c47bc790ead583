package org.hotrealm.monster.ai;

import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/**
 * What one monster takes in during one thought. One object serves all monsters of a tick, one after the other, and is
 * forgotten with the tick. Who is found is looked for once and only when a condition asks.
 */
final class Thought {

    private final World world;
    private final Watch watch;
    private final PathFinder paths;
    private final Kin kin = new Kin();
    private final Pack pack = new Pack();
    private final Crowd crowd = new Crowd();
    private final Trouble trouble;
    private @Nullable Monster self;
    private @Nullable Actor target;
    private @Nullable Actor attacker;
    private @Nullable Actor seen;
    private @Nullable Actor kinsEnemy;
    private @Nullable Monster caller;
    private boolean attackerSought;
    private boolean seenSought;
    private boolean kinSought;
    private boolean watched;

    Thought(World world) {
        this.world = world;
        this.watch = new Watch(world);
        this.paths = new PathFinder(world);
        this.trouble = new Trouble(world);
    }

    /** Turns to a monster. */
    void about(Monster monster) {
        self = monster;
        pack.forget();
        attackerSought = false;
        seenSought = false;
        kinSought = false;
        attacker = null;
        seen = null;
        kinsEnemy = null;
        caller = null;
        watched = watch.near(monster);
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

    Watch watch() {
        return watch;
    }

    Pack pack() {
        return pack;
    }

    Crowd crowd() {
        return crowd;
    }

    Trouble trouble() {
        return trouble;
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
        lookForTrouble();
        return kinsEnemy;
    }

    /** The one of its kind near by that flees from that one and calls, or null. */
    @Nullable
    Monster caller() {
        lookForTrouble();
        return caller;
    }

    private void lookForTrouble() {
        if (!kinSought && watched) {
            kin.lookForTrouble(this);
            kinsEnemy = kin.enemy();
            caller = kin.caller();
        }
        kinSought = true;
    }

    /** Whether one of its kind has heard its call and come. */
    boolean helped() {
        return kin.helped(this);
    }

    /** One of its kind, not in a fight, to run to, or null. */
    @Nullable
    Monster refuge(Actor from) {
        return kin.refuge(this, from);
    }
}
