package org.hotrealm.room.engine;

import org.slf4j.MDC;

/**
 * Says to the log what a thread is at, so that every line written from within a room tells room, versions and session, whoever
 * writes it. The keys stay and only their values change: a turn leaves nothing to be collected.
 */
final class Context {

    private static final String ROOM = "room";
    private static final String VERSIONS = "versions";
    private static final String SESSION = "session";
    private static final String NONE = "";

    private Context() {}

    static void enter(String room, String versions) {
        MDC.put(ROOM, room);
        MDC.put(VERSIONS, versions);
    }

    static void leave() {
        MDC.put(ROOM, NONE);
        MDC.put(VERSIONS, NONE);
    }

    static void serve(String session) {
        MDC.put(SESSION, session);
    }

    static void served() {
        MDC.put(SESSION, NONE);
    }
}
