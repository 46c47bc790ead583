package org.hotrealm.room.engine;

import java.util.concurrent.CompletableFuture;

/**
 * How a room comes to its end: clients closed, what it does elsewhere awaited, the dispose hook, everything let go. Room
 * thread only, but for {@link #over}.
 */
final class Ending {

    /** Work of a room that takes longer than this does not keep it from ending. */
    private static final int LONGEST_WORK_MILLIS = 30_000;

    private final ActiveRoom room;
    private final Works works = new Works();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private boolean autoDispose;
    private boolean used;
    private boolean ending;
    private long latest;

    Ending(ActiveRoom room, boolean autoDispose) {
        this.room = room;
        this.autoDispose = autoDispose;
    }

    /** Completes when the room has let go of everything. */
    CompletableFuture<Void> over() {
        return over;
    }

    Works works() {
        return works;
    }

    boolean begun() {
        return ending;
    }

    boolean autoDispose() {
        return autoDispose;
    }

    boolean isUsed() {
        return used;
    }

    void autoDispose(boolean ends) {
        autoDispose = ends;
    }

    /** Somebody has reserved a seat: from now on the room ends with its last. */
    void used() {
        used = true;
    }

    /** After each tick: ends what nobody uses, or what has waited long enough to end. */
    void ticked() {
        if (ending) {
            if (room.tick().number() >= latest) {
                finish();
            }
        } else if (autoDispose && room.seatTable().taken() == 0 && (used || neverUsed())) {
            begin(ActiveRoom.CONSENTED, "");
        }
    }

    private boolean neverUsed() {
        return room.tick().millis() >= room.seatTable().reservedMillis();
    }

    /** The server goes down: the hook first, then what it began, then the end. */
    void shutdown(int code, String reason) {
        room.shown().locked = true;
        if (ending) {
            return;
        }
        room.hooks().shutdown();
        works.whenIdle(() -> begin(code, reason));
    }

    /** Closes the clients and ends the room as soon as its work is done. */
    void begin(int code, String reason) {
        if (ending) {
            return;
        }
        ending = true;
        room.shown().locked = true;
        room.seatTable().endAll(code, reason);
        latest = room.tick().number() + room.tick().ticks(LONGEST_WORK_MILLIS);
        works.whenIdle(this::finish);
    }

    /** Ends the room now, whatever it still does elsewhere. */
    void force(int code, String reason) {
        begin(code, reason);
        finish();
    }

    private void finish() {
        if (over.isDone()) {
            return;
        }
        room.loop().end();
        room.hooks().dispose();
        room.face().clear();
        room.rebinding().clear();
        room.host().ended(room);
        over.complete(null);
    }
}
