package org.hotrealm.ops.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The files with components' settings. Any thread. */
@ProviderType
public interface SettingsFiles {

    /**
     * Each mistake with its file, and its line where it is known, and what is in force instead; empty where every file is in
     * force.
     */
    List<String> refused();

    /** Those of them in whose place nothing is in force that an operator ever wrote: no server should start so. */
    default List<String> unmet() {
        return List.of();
    }

    /** Puts in force what was changed, without waiting for it to be noticed. */
    void look();
}
