package org.hotrealm.realm.api;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ItemDef;

/**
 * All that a player has earned, at one moment: what is stored and what comes back.
 *
 * @param revision counts up with each change; 0 for who has earned nothing yet
 * @param name the character's name
 * @param heroClass the class it was begun with; the empty string where there are none
 * @param level the level that the experience made
 * @param xp experience gathered
 * @param gold money: the items of that kind in the bag
 * @param bag what it carries, money included
 * @param worn what it wears
 * @param luck tries in a row without a drop, by loot table and group
 * @param kills monsters killed, by kind
 * @param lastStack the highest stack id given so far
 */
public record Progress(
        long revision,
        String name,
        String heroClass,
        int level,
        int xp,
        long gold,
        List<Stack> bag,
        Map<ItemDef.Slot, Stack> worn,
        Map<String, Integer> luck,
        Map<String, Integer> kills,
        int lastStack) {

    /** Copies the collections. */
    public Progress {
        bag = List.copyOf(bag);
        worn = Map.copyOf(worn);
        luck = Map.copyOf(luck);
        kills = Map.copyOf(kills);
    }

    /** Somebody who has earned nothing yet. */
    public static Progress fresh(String name, String heroClass) {
        return new Progress(0, name, heroClass, 1, 0, 0, List.of(), Map.of(), Map.of(), Map.of(), 0);
    }
}
