package org.hotrealm.content.api;

import java.util.List;
import java.util.Map;

/**
 * What belongs to the realm as a whole ({@code realm.json}).
 *
 * @param zone the zone that realm rooms run
 * @param sightTiles how far a player sees: the radius of the area of interest, in tiles
 * @param classes what a new player may be, in the order of the file; never empty
 * @param progress how players get on
 */
public record RealmDef(String zone, double sightTiles, List<Hero> classes, ProgressDef progress) {

    /** Copies the classes; an empty list throws IllegalArgumentException. */
    public RealmDef {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("a realm needs at least one class");
        }
    }

    /** A realm whose players get on in the usual way. */
    public RealmDef(String zone, double sightTiles, List<Hero> classes) {
        this(zone, sightTiles, classes, ProgressDef.USUAL);
    }

    /** The same realm in which players get on in another way. */
    public RealmDef with(ProgressDef other) {
        return new RealmDef(zone, sightTiles, classes, other);
    }

    /** Whether there is a class of this id. */
    public boolean knows(String heroClass) {
        return find(heroClass) >= 0;
    }

    /** The class of this id; the first where there is none of it, as after an edit that took it away. */
    public Hero hero(String heroClass) {
        return classes.get(Math.max(0, find(heroClass)));
    }

    private int find(String heroClass) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).id().equals(heroClass)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A class of players: the numbers of one at level 1.
     *
     * @param id its id, such as {@code warrior}
     * @param name for people
     * @param text one sentence for people
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
            String id,
            String name,
            String text,
            int hp,
            int mana,
            double speed,
            double hpPerSecond,
            double manaPerSecond,
            int respawnMillis,
            Map<String, Double> attributes,
            List<String> skills) {

        /** Copies the collections. */
        public Hero {
            attributes = Map.copyOf(attributes);
            skills = List.copyOf(skills);
        }
    }
}
