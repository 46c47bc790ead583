package org.hotrealm.content.api;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The content in force. Any thread. A room reads it once a tick, at the edge. */
@ProviderType
public interface Content {

    /** The newest content that was found valid as a whole. */
    ContentSet current();

    /** What is wrong with the files as they lie there now; empty where {@link #current} is what the files say. */
    List<ContentProblem> problems();

    /**
     * Reads another folder as if it were the content, without taking anything over: what would be wrong with it, empty
     * where it would be put in force. Takes as long as reading the files does.
     */
    List<ContentProblem> check(Path folder);

    /** The raw file of a zone, for clients, or an empty array where there is none. */
    byte[] zoneFile(String zone);
}
