package org.hotrealm.room.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators read of rooms in the log. Any thread. */
final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    /** A room that fails each tick is logged at its first failures under the versions it runs, then once in so many. */
    private static final int LOG_EVERY = 1000;

    private final EngineMeters meters;

    Reports(EngineMeters meters) {
        this.meters = meters;
    }

    void climbed(ActiveRoom room, int rung, int step) {
        if (step > 0) {
            LOG.warn(
                    "Room '{}' ({}) cannot keep up: {}. It is on rung {} of its ladder now",
                    room.id(),
                    room.type(),
                    Load.given(rung),
                    rung);
        } else {
            LOG.info(
                    "Room '{}' ({}) has time to spare again and is back on rung {}: {}",
                    room.id(),
                    room.type(),
                    rung,
                    Load.given(rung));
        }
    }

    void failed(ActiveRoom room, String part, Throwable error, long count) {
        meters.failed();
        long fresh = room.stats().fresh();
        if (fresh <= 3 || fresh % LOG_EVERY == 0) {
            LOG.error(
                    "Room '{}' ({}), {}: '{}' failed, {} failures so far; the room goes on",
                    room.id(),
                    room.type(),
                    room.pins().values(),
                    part,
                    count,
                    error);
        }
    }

    void stalled(ActiveRoom room, String hook, long millis, StackTraceElement[] stack) {
        meters.stalled();
        Throwable where = new Throwable("where its thread is");
        where.setStackTrace(stack);
        LOG.error(
                "Room '{}' ({}), {}: hook '{}' has been running for {} ms. Its clients wait and nobody is let in; the other"
                        + " rooms go on. Blocking work belongs into Room.later, long loops into several ticks",
                room.id(),
                room.type(),
                room.pins().values(),
                hook,
                millis,
                where);
    }

    void recovered(ActiveRoom room, String hook) {
        if (!hook.isEmpty()) {
            LOG.warn("Room '{}' ({}): hook '{}' has come to its end; the room goes on", room.id(), room.type(), hook);
        }
    }

    void ended(ActiveRoom room) {
        LOG.info(
                "Room '{}' ({}) has ended after {} ticks",
                room.id(),
                room.type(),
                room.tick().number());
    }
}
