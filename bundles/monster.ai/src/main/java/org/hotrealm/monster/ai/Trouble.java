package org.hotrealm.monster.ai;

import java.util.List;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/**
 * Which monsters are in a fight right now, by rising id, as long as they are few: whoever looks for one of its kind in
 * trouble then need not look at everybody around.
 */
final class Trouble {

    private static final int FEW = 16;

    private final @Nullable Monster[] fighting = new Monster[FEW];
    private int size;
    private boolean many;

    /** Looks at all monsters once. */
    Trouble(World world) {
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

    /** Whether there are too many to tell them one by one. */
    boolean many() {
        return many;
    }

    int size() {
        return size;
    }

    Monster at(int index) {
        return java.util.Objects.requireNonNull(fighting[index]);
    }
}
