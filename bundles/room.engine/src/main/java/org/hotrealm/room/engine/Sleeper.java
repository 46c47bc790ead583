package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.SeatLink;

/** A room that stands still: its parcel, and the connections that wait for it. Any thread. */
final class Sleeper {

    private final String id;
    private final String type;
    private final Parcel parcel;
    private final long since;
    private final long late;
    private final Map<String, SeatLink> links = new LinkedHashMap<>();
    private final List<Newcomer> newcomers = new ArrayList<>();
    private boolean over;

    /** A connection that wants a seat it has not taken yet. */
    record Newcomer(Claim claim, SeatLink link) {}

    /**
     * A room that stands still.
     *
     * @param since moment of {@link System#nanoTime()} from which it does
     * @param late its late ticks so far
     * @param links the connections that had a seat, by session
     */
    Sleeper(String id, String type, Parcel parcel, long since, long late, Map<String, SeatLink> links) {
        this.id = id;
        this.type = type;
        this.parcel = parcel;
        this.since = since;
        this.late = late;
        this.links.putAll(links);
    }

    String id() {
        return id;
    }

    String type() {
        return type;
    }

    Parcel parcel() {
        return parcel;
    }

    long since() {
        return since;
    }

    long late() {
        return late;
    }

    /** A connection wants its seat again; false where the room goes on already. */
    synchronized boolean resume(String session, SeatLink link) {
        if (!over) {
            links.put(session, link);
        }
        return !over;
    }

    /** A connection wants a reserved or held seat; false where the room goes on already. */
    synchronized boolean connect(Newcomer newcomer) {
        if (!over) {
            newcomers.add(newcomer);
        }
        return !over;
    }

    /** The room goes on: nobody waits here from now on. */
    synchronized void over() {
        over = true;
    }

    /** The connections to be given their seats again, by session. */
    Map<String, SeatLink> links() {
        return links;
    }

    List<Newcomer> newcomers() {
        return newcomers;
    }
}
