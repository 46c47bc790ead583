package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Transition;
import org.jspecify.annotations.Nullable;

/** The last eight transitions of a monster, in a ring whose notes are written over: nothing is allocated in the long run. */
final class Transitions {

    private static final int KEPT = 8;
    private final @Nullable Note[] ring = new Note[KEPT];
    private int count;
    private int next;

    void add(long tick, AiState from, AiState to, String reason) {
        Note note = ring[next];
        if (note == null) {
            note = new Note();
            ring[next] = note;
        }
        note.tick = tick;
        note.from = from;
        note.to = to;
        note.reason = reason;
        next = (next + 1) % KEPT;
        count = Math.min(KEPT, count + 1);
    }

    /** Newest first. */
    List<Transition> list() {
        List<Transition> out = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            Note note = ring[Math.floorMod(next - i, KEPT)];
            if (note != null) {
                out.add(new Transition(note.tick, note.from, note.to, note.reason));
            }
        }
        return List.copyOf(out);
    }

    void write(ByteWriter out) {
        List<Transition> newestFirst = list();
        out.whole(count);
        for (Transition t : newestFirst.reversed()) {
            out.whole(t.tick())
                    .whole(Wire.number(t.from()))
                    .whole(Wire.number(t.to()))
                    .text(t.reason());
        }
    }

    void read(ByteReader in) {
        int many = in.count();
        for (int i = 0; i < many; i++) {
            add(in.whole(), in.of(AiState.class), in.of(AiState.class), in.text());
        }
    }

    /** One transition; the reason is one of the few of the state table, so it costs nothing to keep. */
    private static final class Note {

        private long tick;
        private AiState from = AiState.IDLE;
        private AiState to = AiState.IDLE;
        private String reason = "";
    }
}
