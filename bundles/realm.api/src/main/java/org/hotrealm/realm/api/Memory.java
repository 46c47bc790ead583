package org.hotrealm.realm.api;

import org.osgi.annotation.versioning.ProviderType;

/** Named numbers that a brain remembers about its monster, or a system about its world. They survive swaps. Room thread only. */
@ProviderType
public interface Memory {

    /** The number of this name; 0 where there is none. */
    double get(String name);

    /** Sets a number; 0 forgets it. */
    void set(String name, double value);

    /** Forgets all. */
    void clear();
}
