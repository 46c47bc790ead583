package org.hotrealm.ops.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The server's log as it runs: its last lines, and what is written. Any thread; nothing blocks. */
@ProviderType
public interface Logs {

    /** The last lines after the one with this id, oldest first, at most so many; 0 for all that are still known. */
    List<LogLine> after(long id, int most);

    /** The loggers that have a level of their own, by name; the root's is {@code ROOT}. */
    Map<String, String> levels();

    /** From which level on this logger writes, be it its own or that of one above it. */
    String level(String logger);

    /**
     * Has a logger and those below it write from this level on, until the log's configuration is read again.
     *
     * @param level {@code TRACE}, {@code DEBUG}, {@code INFO}, {@code WARN}, {@code ERROR} or {@code OFF}; {@code default} for
     *     that of the logger above it
     * @throws IllegalArgumentException for another level, or where the root would be left without one
     */
    void level(String logger, String level);
}
