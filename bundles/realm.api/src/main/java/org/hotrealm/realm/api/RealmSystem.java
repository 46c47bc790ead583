package org.hotrealm.realm.api;

import org.hotrealm.room.api.Behaviour;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the game's rules: monster AI, skills, loot, or a third party's own. A service; rooms of the realm pin one
 * version of each. Holds no state: all it remembers is in the {@link World}.
 *
 * <p>A system that throws loses this tick only; it is counted, shown in health, and switched off for the room after
 * repeated failures. The tick goes on.
 */
@ConsumerType
public interface RealmSystem extends Behaviour {

    /** When in the tick it runs. */
    Phase phase();

    /** One tick of one world, on its room's thread. Must return well within the tick. */
    void run(World world);
}
