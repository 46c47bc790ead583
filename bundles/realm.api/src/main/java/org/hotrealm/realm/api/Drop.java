package org.hotrealm.realm.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something on the ground.
 *
 * @param id unique in the room, never used again
 * @param item item id
 * @param quantity how many
 * @param x tiles from the left
 * @param y tiles from the top
 * @param owner session of who may pick it up first, or null for everybody
 * @param freeAt tick from which everybody may
 * @param goneAt tick in which it goes
 * @param sources where it comes from, oldest first; never empty
 */
public record Drop(
        int id,
        String item,
        int quantity,
        double x,
        double y,
        @Nullable String owner,
        long freeAt,
        long goneAt,
        List<Source> sources) {

    /** Copies the sources. */
    public Drop {
        sources = List.copyOf(sources);
    }

    /** Where the newest of it comes from. */
    public Origin origin() {
        return sources.getLast().origin();
    }

    /** So many of one origin. */
    public record Source(Origin origin, int quantity) {}

    /**
     * An item's provenance.
     *
     * @param table loot table
     * @param version version of the loot system
     * @param revision content revision
     * @param roll the random number that chose it, in {@code [0,1)}
     * @param monster id of the monster
     * @param kind the monster's kind
     * @param tick when
     */
    public record Origin(
            String table, String version, long revision, double roll, int monster, String kind, long tick) {}
}
