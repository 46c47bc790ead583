package org.hotrealm.itests.swap;

import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;

/** A system of the realm that writes down the world: one probe at the beginning of each tick, one at its end. */
final class Probe implements RealmSystem {

    private final ConcurrentNavigableMap<Long, Edge> edges = new ConcurrentSkipListMap<>();
    private final String name;
    private final Phase phase;
    private volatile boolean recording;

    Probe(String name, Phase phase) {
        this.name = name;
        this.phase = phase;
    }

    @Override
    public String system() {
        return name;
    }

    @Override
    public Phase phase() {
        return phase;
    }

    @Override
    public void run(World world) {
        if (recording) {
            Edge edge = Edge.of(world, true);
            edges.put(edge.tick(), edge);
        }
    }

    void record(boolean now) {
        recording = now;
    }

    ConcurrentNavigableMap<Long, Edge> edges() {
        return edges;
    }
}
