package org.hotrealm.realm.api;

import java.util.List;

/**
 * Some of one item in a bag or worn, with where it comes from.
 *
 * @param id unique among all that its owner has ever had
 * @param item item id
 * @param quantity how many
 * @param sources where they come from, oldest first, at most {@value #SOURCES}; what is not accounted for is older
 */
public record Stack(int id, String item, int quantity, List<Drop.Source> sources) {

    /** Sources that are kept; beyond that the oldest is forgotten. */
    public static final int SOURCES = 8;

    /** Copies the sources. */
    public Stack {
        sources = List.copyOf(sources);
    }
}
