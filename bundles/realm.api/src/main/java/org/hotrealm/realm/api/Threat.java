package org.hotrealm.realm.api;

import org.osgi.annotation.versioning.ProviderType;

/** A monster's threat list: actor id to how much it has angered the monster. Room thread only. */
@ProviderType
public interface Threat {

    /** Adds threat; the entry goes where it falls to 0. */
    void add(int actor, double amount);

    /** How much this actor has; 0 for none. */
    double of(int actor);

    /** Forgets one. */
    void forget(int actor);

    /** Forgets all. */
    void clear();

    /** Whether nobody has any. */
    boolean isEmpty();

    /** The actor with the most, the lower id among equals; 0 where the list is empty. */
    int highest();

    /** The actors listed, by rising id. */
    int[] actors();
}
