package org.hotrealm.room.engine;

/** Which hook of a room runs just now. Written by the room's thread, read by any. */
final class Running {

    private final ActiveRoom room;
    private final Custody custody = new Custody();
    private volatile String hook = "";
    private volatile String detail = "";
    /** The system that runs within the hook; empty for the type and its parts. */
    private volatile String system = "";

    Running(ActiveRoom room) {
        this.room = room;
    }

    /** Whose the room is while a hook runs. */
    Custody custody() {
        return custody;
    }

    String hook() {
        return hook;
    }

    /** What the hook works at. */
    String detail() {
        return detail;
    }

    /** What is being run, as far as known. */
    String text() {
        return detail.isEmpty() ? hook : hook + " " + detail;
    }

    /** The system that runs just now, or the room's type where none does. */
    String culprit() {
        return system.isEmpty() ? "room." + room.type() : system;
    }

    /** Names what runs now; {@link #left} follows. */
    void entered(String name, String of) {
        custody.step();
        hook = name;
        detail = of;
    }

    void left() {
        entered("", "");
    }

    /** Within a hook, a system begins to run. */
    void enter(String name) {
        custody.step();
        system = name;
        detail = name;
    }

    void exit() {
        enter("");
    }
}
