package org.hotrealm.monster.ai;

import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.jspecify.annotations.Nullable;

/** What a monster does on coming into a state, and in it. Whether it changes its state is for the table alone. */
final class Deeds {

    /** Ticks between two thoughts at peace, with somebody near and with nobody. */
    static final int CALM = 4;

    static final int UNSEEN = 20;
    /** Ticks between two thoughts in a fight. */
    static final int EAGER = 2;

    /** Ticks between two searches for a way where none was found. */
    private static final int SEEK_AGAIN = 10;

    /** The threat of having been seen: the least there is. */
    private static final double SIGHTED = 0.1;

    private static final double HEALED_PER_SECOND = 0.15;
    private static final double FLIGHT = 5;
    private static final double[] TURNS = {0, 0.5, -0.5, 1, -1, 1.6, -1.6, 2.2, -2.2};

    private Deeds() {}

    /** Takes a row of the table: the monster comes into the row's state. */
    static void enter(Thought thought, Rule rule) {
        Monster self = thought.self();
        boolean fightGoesOn = Thought.engaged(rule.state()) && Thought.engaged(rule.next());
        if (!fightGoesOn) {
            self.noGoal();
            self.walk(0, 0);
        }
        self.enter(rule.next(), rule.reason());
        switch (rule.next()) {
            case IDLE -> settle(thought, rule.state());
            case PATROL -> Stroll.begin(thought);
            case CHASE -> hunt(thought, fightGoesOn);
            case FLEE -> flee(thought);
            case RETURN -> giveUp(thought);
            case DEAD -> self.immune(false);
            case ATTACK -> {}
        }
    }

    private static void settle(Thought thought, AiState from) {
        Monster self = thought.self();
        if (from == AiState.RETURN) {
            carryHome(thought);
            self.hp(self.maxHp());
            self.mana(self.maxMana());
            self.memory().clear();
            self.threat().clear();
        }
        self.immune(false);
        rest(thought);
    }

    /** To its post where it did not get there by itself; where a new map has put a wall there, it stays where it is. */
    private static void carryHome(Thought thought) {
        Monster self = thought.self();
        double x = Notes.postX(self);
        double y = Notes.postY(self);
        if (self.distance(x, y) > 1 && !thought.map().blocked(x, y, self.radius())) {
            thought.world().place(self, x, y);
        }
    }

    private static void rest(Thought thought) {
        MonsterDef.Patrol patrol = thought.def().patrol();
        double millis = thought.world().random().between(patrol.pauseLeast(), patrol.pauseMost());
        Notes.rest(thought.self(), thought.ticks((long) millis));
    }

    private static void hunt(Thought thought, boolean fightGoesOn) {
        if (fightGoesOn) {
            return;
        }
        Monster self = thought.self();
        Notes.post(self, self.x(), self.y());
        Actor attacker = thought.attacker();
        Actor seen = attacker == null ? thought.seen() : null;
        Actor enemy = attacker != null ? attacker : seen != null ? seen : thought.kinsEnemy();
        thought.target(enemy);
        if (enemy != null && attacker == null) {
            self.threat().add(enemy.id(), seen != null ? SIGHTED : Kin.HELPING);
        }
    }

    private static void giveUp(Thought thought) {
        Monster self = thought.self();
        thought.target(null);
        self.threat().clear();
        self.immune(true);
        Notes.lost(self, 0);
    }

    private static void flee(Thought thought) {
        Monster self = thought.self();
        Notes.fled(self, true);
        self.noGoal();
    }

    /** Goes on in its state; the ticks until its next thought. */
    static int act(Thought thought) {
        return switch (thought.self().state()) {
            case IDLE -> lookAround(thought);
            case PATROL -> Legs.follow(thought, thought.def().patrolSpeed(), peace(thought), false);
            case CHASE -> chase(thought, thought.target());
            case ATTACK -> attack(thought, thought.target());
            case FLEE -> runAway(thought, thought.target());
            case RETURN -> goHome(thought);
            case DEAD -> stop(thought);
        };
    }

    /** Those whom nobody sees keep to ticks of their own, spread by their ids. */
    private static int peace(Thought thought) {
        int own = Math.floorMod(thought.self().id() - thought.now(), UNSEEN);
        return thought.watched() ? CALM : own == 0 ? UNSEEN : own;
    }

    private static int stop(Thought thought) {
        thought.self().walk(0, 0);
        return UNSEEN;
    }

    private static int lookAround(Thought thought) {
        Monster self = thought.self();
        if (Notes.rest(self) == 0) {
            rest(thought);
        }
        if (thought.watched() && thought.world().random().chance(0.04)) {
            self.face(self.facing() + thought.world().random().between(-1.6, 1.6));
        }
        return peace(thought);
    }

    private static int chase(Thought thought, @Nullable Actor target) {
        Monster self = thought.self();
        if (target == null) {
            return stop(thought);
        }
        approach(thought, target);
        return Legs.follow(thought, self.speed(), EAGER, true);
    }

    /** Straight to it where that is free; else along a way, which is sought again now and then while there is none. */
    private static void approach(Thought thought, Actor target) {
        Monster self = thought.self();
        long lost = Notes.lost(self);
        boolean straight = Terrain.straight(thought.map(), self.x(), self.y(), target.x(), target.y(), self.radius());
        boolean patient = lost > 0 && lost % SEEK_AGAIN != 0;
        boolean found = straight || (!patient && thought.paths().affordable());
        found = found && Legs.setOut(thought, target.x(), target.y());
        Notes.lost(self, found ? 0 : lost + EAGER);
    }

    private static int attack(Thought thought, @Nullable Actor target) {
        Monster self = thought.self();
        if (target == null) {
            return stop(thought);
        }
        self.face(Math.atan2(target.y() - self.y(), target.x() - self.x()));
        self.noGoal();
        Notes.lost(self, 0);
        if (self.cast() != null) {
            self.walk(0, 0);
            return EAGER;
        }
        Footwork.step(thought, target);
        Attacks.use(thought, target);
        return EAGER;
    }

    private static int runAway(Thought thought, @Nullable Actor from) {
        Monster self = thought.self();
        if (from == null) {
            return stop(thought);
        }
        if (Legs.arrived(thought)) {
            chooseRefuge(thought, from);
        }
        return Legs.follow(thought, self.speed(), EAGER, true);
    }

    /** To the nearest of its kind at peace, else away from the enemy as straight as the ground allows. */
    private static void chooseRefuge(Thought thought, Actor from) {
        Monster self = thought.self();
        Monster refuge = thought.refuge(from);
        if (refuge != null && self.distance(refuge) > 1.5 && Legs.setOut(thought, refuge.x(), refuge.y())) {
            return;
        }
        double away = Math.atan2(self.y() - from.y(), self.x() - from.x());
        for (double turn : TURNS) {
            double x = self.x() + Math.cos(away + turn) * FLIGHT;
            double y = self.y() + Math.sin(away + turn) * FLIGHT;
            if (Terrain.straight(thought.map(), self.x(), self.y(), x, y, self.radius())) {
                Legs.setOut(thought, x, y);
                return;
            }
        }
        self.noGoal();
    }

    private static int goHome(Thought thought) {
        Monster self = thought.self();
        if (Double.isNaN(self.goalX()) && !Legs.setOut(thought, Notes.postX(self), Notes.postY(self))) {
            self.goal(Notes.postX(self), Notes.postY(self));
        }
        int ticks = Legs.follow(thought, self.speed(), CALM, false);
        double healed = self.maxHp()
                * HEALED_PER_SECOND
                * ticks
                * thought.world().tick().seconds();
        self.hp(self.hp() + (int) Math.ceil(healed));
        return ticks;
    }
}
