package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Transition;
import org.jspecify.annotations.Nullable;

/** The last eight transitions of a monster, in a ring. */
final class Transitions {

    private static final int KEPT = 8;
    private final @Nullable Transition[] ring = new Transition[KEPT];
    private int count;
    private int next;

    void add(Transition transition) {
        ring[next] = transition;
        next = (next + 1) % KEPT;
        count = Math.min(KEPT, count + 1);
    }

    /** Newest first. */
    List<Transition> list() {
        List<Transition> out = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            out.add(java.util.Objects.requireNonNull(ring[Math.floorMod(next - i, KEPT)]));
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
            add(new Transition(in.whole(), in.of(AiState.class), in.of(AiState.class), in.text()));
        }
    }
}
