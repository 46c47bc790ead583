package org.hotrealm.monster.ai;

import java.util.Arrays;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.ActorVisitor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.jspecify.annotations.Nullable;

/**
 * Those of one kind that hunt together, which the attribute {@code turn} makes of a kind: they go for whom the whole pack
 * hates most, and bite one after the other, at least so many seconds apart.
 */
final class Pack implements ActorVisitor {

    /** Packs reach this far where their kind helps nobody. */
    private static final double RANGE = 8;
    /** The longest time that a bite is waited for, so that one who cannot get near does not hold up the others. */
    private static final int PATIENCE_MILLIS = 2_000;

    private Monster[] members = new Monster[8];
    private int size;
    private int[] weighed = new int[8];
    private @Nullable Thought thought;

    static boolean hunts(Thought thought) {
        return thought.self().attribute("turn") > 0;
    }

    /** Turns to another monster, or to the same at another time. */
    void forget() {
        thought = null;
    }

    /** Looks who is in the fight with it, once in a thought; itself is always among them. */
    private void gather(Thought about) {
        if (thought != null) {
            return;
        }
        thought = about;
        size = 0;
        Monster self = about.self();
        double range = Math.max(RANGE, about.def().assist());
        about.world().near(self.x(), self.y(), range, this);
    }

    @Override
    public void visit(Actor actor) {
        Thought about = thought;
        if (about == null
                || !(actor instanceof Monster other)
                || !other.kind().equals(about.self().kind())) {
            return;
        }
        boolean hunting = other.state() == AiState.CHASE || other.state() == AiState.ATTACK;
        if (hunting || other.id() == about.self().id()) {
            if (size == members.length) {
                members = Arrays.copyOf(members, size * 2);
            }
            members[size++] = other;
        }
    }

    /** Whom the pack hates most of those that this one may go for, the lower id among equals; null for nobody. */
    @Nullable
    Actor prey(Thought about, @Nullable Actor current) {
        gather(about);
        Actor worst = current;
        double most = current == null ? 0 : Targets.TURN_AT * hate(current.id());
        int known = 0;
        for (int i = 0; i < size; i++) {
            int id = members[i].threat().highest();
            if (id == 0 || (current != null && id == current.id()) || weighed(id, known)) {
                continue;
            }
            known = weigh(id, known);
            Actor other = Targets.within(about, about.world().actor(id));
            double hate = other == null ? 0 : hate(id);
            if (hate > most) {
                most = hate;
                worst = other;
            }
        }
        return worst;
    }

    private boolean weighed(int id, int known) {
        for (int i = 0; i < known; i++) {
            if (weighed[i] == id) {
                return true;
            }
        }
        return false;
    }

    private int weigh(int id, int known) {
        if (known == weighed.length) {
            weighed = Arrays.copyOf(weighed, known * 2);
        }
        weighed[known] = id;
        return known + 1;
    }

    private double hate(int actor) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += members[i].threat().of(actor);
        }
        return sum;
    }

    /** The tick from which on it may bite; far off while it is another's turn. */
    long turnAt(Thought about, Actor target) {
        gather(about);
        Monster self = about.self();
        SkillDef bite = about.world().content().skill(about.def().skills().getFirst());
        int cooldown = about.ticks(bite.cooldownMillis());
        long last = 0;
        boolean first = true;
        for (int i = 0; i < size; i++) {
            Monster other = members[i];
            if (other.target() == target.id() && other.id() != self.id()) {
                last = Math.max(last, other.readyAt(bite.id()) - cooldown);
                first &= other.state() != AiState.ATTACK || before(self, other, bite.id());
            }
        }
        long turn = last + about.ticks((long) (1000 * self.attribute("turn")));
        return first ? turn : Math.max(turn, last + about.ticks(PATIENCE_MILLIS));
    }

    private static boolean before(Monster self, Monster other, String bite) {
        long mine = self.readyAt(bite);
        long its = other.readyAt(bite);
        return mine != its ? mine < its : self.id() < other.id();
    }
}
