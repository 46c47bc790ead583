package org.hotrealm.realm.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a player has earned, what of it is stored, and what of it clients may know: of a stored player only what is
 * stored, of a guest everything at once. Room thread only.
 */
@ProviderType
public interface Ledger {

    /** Under which key the progress is stored; the empty string for a guest. */
    String key();

    /** Makes it a stored player's, or a guest's with the empty string. */
    void key(String key);

    /** Takes over stored progress: what it is and what clients may know of it. */
    void resume(Progress progress);

    /** What has been earned, in one piece; the same object until something changes. */
    Progress now();

    /** What clients may know. */
    Progress told();

    /** The tick in which what clients may know of bag, things worn or level last changed; 0 for never. */
    long inventoryTick();

    /** The revision last handed to the store; 0 for none. */
    long asked();

    /** Notes that {@link #now()} was handed to the store. */
    void asked(Progress progress);

    /** Notes that the store has everything up to this revision: it may be told. */
    void stored(long revision);

    /** The tick since which something earned waits to be told; 0 where nothing does. */
    long untoldSince();

    /** Whether its client was told that storing takes long. */
    boolean late();

    /** Notes that. */
    void late(boolean late);

    /** Keeps an event back until what it tells of is stored; told again by {@link #tellable}. */
    void withhold(Event event);

    /** Takes the events that may now be told, in order. */
    List<Event> tellable();
}
