package org.hotrealm.monster.ai;

import java.util.List;
import java.util.Objects;
import org.hotrealm.realm.api.ActorVisitor;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/**
 * Which monsters are in a fight right now, by rising id, as long as they are few: whoever looks for one of its kind in
 * trouble then need not look at everybody around.
 */
final class Trouble {

    private static final int FEW = 16;

    private final World world;
    private final @Nullable Monster[] fighting = new Monster[FEW];
    private int size;
    private boolean many;

    /** Looks at all monsters once. */
    Trouble(World world) {
        this.world = world;
        List<Monster> monsters = world.monsters();
        for (int i = 0; i < monsters.size() && !many; i++) {
            note(monsters.get(i));
        }
    }

    /** Hears of a monster that may have begun to fight. */
    void note(Monster monster) {
        if (many || !Thought.engaged(monster.state())) {
            return;
        }
        int at = size;
        while (at > 0 && at(at - 1).id() > monster.id()) {
            at--;
        }
        if (at > 0 && at(at - 1).id() == monster.id()) {
            return;
        }
        if (size == FEW) {
            many = true;
            return;
        }
        System.arraycopy(fighting, at, fighting, at + 1, size++ - at);
        fighting[at] = monster;
    }

    /** Visits by rising id every living monster within the range that fights, and where many fight everybody there. */
    void near(Monster self, double range, ActorVisitor visitor) {
        if (many) {
            world.near(self.x(), self.y(), range, visitor);
            return;
        }
        for (int i = 0; i < size; i++) {
            Monster other = at(i);
            if (other.alive() && self.distance(other) <= range) {
                visitor.visit(other);
            }
        }
    }

    private Monster at(int index) {
        return Objects.requireNonNull(fighting[index]);
    }
}
