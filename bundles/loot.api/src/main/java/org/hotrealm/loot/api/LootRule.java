package org.hotrealm.loot.api;

import java.util.List;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Changes what a table's rolls came to, for example for an event; a service. Rules apply by rising service ranking. */
@ConsumerType
public interface LootRule {

    /**
     * The rolls to drop in place of these, on the room's thread.
     *
     * @param killer who gets the loot, or null
     */
    List<Roll> change(World world, Monster victim, @Nullable Player killer, List<Roll> rolls);

    /**
     * One item to be dropped.
     *
     * @param item item id
     * @param quantity how many
     * @param table the table it comes from
     * @param roll the random number that chose it, in {@code [0,1)}; 1 for guaranteed ones
     */
    record Roll(String item, int quantity, String table, double roll) {}
}
