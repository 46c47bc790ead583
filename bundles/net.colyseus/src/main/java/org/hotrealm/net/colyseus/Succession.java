package org.hotrealm.net.colyseus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;

/** All lines as data for another version of this bundle, and what an earlier one has left. Any thread. */
final class Succession {

    private final Map<Long, Line> lines;
    private final Set<HeldLine> held;
    /** Of connections that were not seen here yet. */
    private final Map<Long, Payload> left = new ConcurrentHashMap<>();

    Succession(Map<Long, Line> lines, Set<HeldLine> held) {
        this.lines = lines;
        this.held = held;
    }

    /** Whether some room has not answered a connection yet. */
    boolean entering() {
        return seats().stream().anyMatch(SeatLine::entering);
    }

    /** Has lines back from other nodes; what does not come in time is told to come back. */
    CompletableFuture<Void> comeHome() {
        return CompletableFuture.allOf(seats().stream()
                .map(line -> line.comeHome().exceptionally(late -> null))
                .toArray(CompletableFuture[]::new));
    }

    /** All that another version has to know, with nobody served from now on. */
    Payload handOver() {
        List<Payload> all = new ArrayList<>();
        for (SeatLine line : seats()) {
            Payload one = line.handOver();
            if (one != null) {
                all.add(one);
            }
        }
        return Payload.map("lines", all);
    }

    private List<SeatLine> seats() {
        return lines.values().stream()
                .filter(SeatLine.class::isInstance)
                .map(SeatLine.class::cast)
                .toList();
    }

    /** Takes what another version, or this one, has handed over: to the lines that are here, else for when they come. */
    void takeOver(Payload before) {
        for (Object each : Payload.of(before.field("lines")).items()) {
            Payload one = Payload.of(each);
            long id = one.whole("connection", 0, Long.MAX_VALUE);
            if (lines.get(id) instanceof SeatLine line) {
                line.takeOver(one);
            } else {
                left.put(id, one);
            }
        }
    }

    /** What was left of a connection; once. */
    @Nullable
    Payload left(long connection) {
        return left.remove(connection);
    }

    /** How many lines wait for their rooms. */
    int waiting() {
        return held.size();
    }

    /** Forgets all lines, which another version serves. */
    void forget() {
        lines.clear();
        held.clear();
        left.clear();
    }
}
