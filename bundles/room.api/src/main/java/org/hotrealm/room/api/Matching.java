package org.hotrealm.room.api;

import java.util.List;

/**
 * How clients find rooms of a type by its name.
 *
 * @param filterBy join options that must equal those the room was made with; an option the client does not give fits any
 *     room
 * @param sortBy in which order rooms are tried; empty for the oldest first, those of this node before others
 * @param listed whether lobbies show these rooms as they come and go
 */
public record Matching(List<String> filterBy, List<Order> sortBy, boolean listed) {

    /** Any room does, the oldest first, none is listed. */
    public static final Matching ANY = new Matching(List.of(), List.of(), false);

    /** Copies the lists. */
    public Matching {
        filterBy = List.copyOf(filterBy);
        sortBy = List.copyOf(sortBy);
    }

    /** With rooms matched by these options. */
    public Matching filteredBy(String... options) {
        return new Matching(List.of(options), sortBy, listed);
    }

    /** With rooms tried in this order; the first counts most. */
    public Matching sortedBy(Order... orders) {
        return new Matching(filterBy, List.of(orders), listed);
    }

    /** With rooms that lobbies show. */
    public Matching withListing() {
        return new Matching(filterBy, sortBy, true);
    }

    /**
     * One criterion.
     *
     * @param field {@code clients}, {@code maxClients}, {@code createdAt}, or a field of the room's metadata or filter
     * @param descending whether the highest comes first
     */
    public record Order(String field, boolean descending) {

        /** Lowest first. */
        public static Order up(String field) {
            return new Order(field, false);
        }

        /** Highest first. */
        public static Order down(String field) {
            return new Order(field, true);
        }
    }
}
