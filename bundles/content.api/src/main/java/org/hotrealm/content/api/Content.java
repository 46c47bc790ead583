package org.hotrealm.content.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The content in force. Any thread. A room reads it once a tick, at the edge. */
@ProviderType
public interface Content {

    /** The newest content that was found valid as a whole. */
    ContentSet current();

    /** What is wrong with the files as they lie there now; empty where {@link #current} is what the files say. */
    List<ContentProblem> problems();

    /** The raw file of a zone, for clients, or an empty array where there is none. */
    byte[] zoneFile(String zone);
}
