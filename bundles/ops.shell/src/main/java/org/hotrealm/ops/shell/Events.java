package org.hotrealm.ops.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that comes bit by bit, as server-sent events: {@code step} for each step, then one that tells the end. Any thread;
 * whoever has gone away is not written to any more.
 */
final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final String TYPE = "text/event-stream";

    private final HttpServletResponse response;
    private boolean gone;

    Events(HttpServletResponse response) {
        this.response = response;
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(TYPE + "; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        send(": begun\n\n");
    }

    /** Whether the caller asks for an answer of this kind. */
    static boolean wanted(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains(TYPE);
    }

    /** A step, or {@link Deeds#STILL_HERE}. */
    void step(String step) {
        if (step.equals(Deeds.STILL_HERE)) {
            send(": still at it\n\n");
        } else {
            event("step", step);
        }
    }

    /** An event; its text may have several lines. */
    void event(String name, String text) {
        StringBuilder event = new StringBuilder("event: ").append(name).append('\n');
        text.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        send(event.append('\n').toString());
    }

    private synchronized void send(String text) {
        if (gone) {
            return;
        }
        try {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } catch (IOException e) {
            gone = true;
            LOG.debug("whoever asked has gone away", e);
        }
    }
}
