package org.hotrealm.monster.api;

import java.util.Set;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.World;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The mind of some kinds of monsters, in place of the standard seven-state AI; a service. The highest ranking wins where
 * two claim a kind. Holds no state: what it remembers is in the {@link Monster}.
 */
@ConsumerType
public interface MonsterBrain {

    /** The kinds it is for. */
    Set<String> kinds();

    /**
     * One thought, on the room's thread: changes the monster's state, target, goal and walk, and submits intents. Called
     * for each monster that is not dead when {@link Monster#thinkAt} is due.
     */
    void think(World world, Monster self);
}
