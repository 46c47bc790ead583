package org.hotrealm.ops.api;

import java.util.Map;

/**
 * A line of the server's log.
 *
 * @param id rising on this node since its start
 * @param at milliseconds since 1970
 * @param level such as {@code WARN}
 * @param logger who wrote it
 * @param thread on which it was written
 * @param message the text, with the stack trace of what was thrown below it
 * @param context what it is about: {@code room}, {@code versions}, {@code session}, as far as known
 */
public record LogLine(
        long id, long at, String level, String logger, String thread, String message, Map<String, String> context) {

    /** Copies the map. */
    public LogLine {
        context = Map.copyOf(context);
    }
}
