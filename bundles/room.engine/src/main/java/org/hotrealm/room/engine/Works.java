package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;

/** How much of a room's work is still done elsewhere, and what waits for its end. Room thread only. */
final class Works {

    private final List<Runnable> waiting = new ArrayList<>();
    private int open;

    void begun() {
        open++;
    }

    void ended() {
        open--;
        if (open == 0) {
            List<Runnable> now = List.copyOf(waiting);
            waiting.clear();
            now.forEach(Runnable::run);
        }
    }

    /** Runs this at once where nothing is open, else when the last of it ends. */
    void whenIdle(Runnable action) {
        if (open == 0) {
            action.run();
        } else {
            waiting.add(action);
        }
    }
}
