package org.hotrealm.ops.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The files with components' settings. Any thread. */
@ProviderType
public interface SettingsFiles {

    /** Each mistake with its file, and its line where it is known; empty where every file is in force. */
    List<String> refused();

    /** Puts in force what was changed, without waiting for it to be noticed. */
    void look();
}
