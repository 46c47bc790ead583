package org.hotrealm.content.api;

import java.util.List;

/**
 * What belongs to the realm as a whole ({@code realm.json}).
 *
 * @param zone the zone that realm rooms run
 * @param sightTiles how far a player sees: the radius of the area of interest, in tiles
 * @param hero what a new player is
 */
public record RealmDef(String zone, double sightTiles, Hero hero) {

    /**
     * The numbers of a player.
     *
     * @param hp hit points
     * @param mana mana points
     * @param speed tiles a second
     * @param hpPerSecond regained out of combat
     * @param manaPerSecond regained always
     * @param respawnMillis from death to the return
     * @param attributes what formulas may use, such as power
     * @param skills skill ids, the first being the basic attack
     */
    public record Hero(
            int hp,
            int mana,
            double speed,
            double hpPerSecond,
            double manaPerSecond,
            int respawnMillis,
            java.util.Map<String, Double> attributes,
            List<String> skills) {

        /** Copies the collections. */
        public Hero {
            attributes = java.util.Map.copyOf(attributes);
            skills = List.copyOf(skills);
        }
    }
}
