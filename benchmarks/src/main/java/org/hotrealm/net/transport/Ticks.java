package org.hotrealm.net.transport;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Callback;
import org.hotrealm.benchmarks.state.World;
import org.hotrealm.state.schema.Encoded;
import org.hotrealm.state.schema.StateView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A room's tick from the first setter to bytes that only have to be handed to the operating system: everything moves, is
 * encoded, and framed for every client. In this package to reach the queue of frames.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Ticks {

    /** What each client's connection has. */
    @State(Scope.Thread)
    public static class Clients {
        private final FrameQueue queue = new FrameQueue();
        private final Stages stages = new Stages();
        private final List<Callback> complete = new ArrayList<>();

        int write(Encoded patch) {
            queue.add(2, patch.bytes(), patch.offset() - 1, patch.length() + 1, patch.length(), null);
            ByteBuffer stage = stages.take();
            queue.stage(stage);
            int bytes = stage.position();
            queue.consume(bytes, complete);
            stages.give(stage);
            return bytes;
        }
    }

    /** 20 players and 50 monsters that all see each other. */
    @State(Scope.Thread)
    public static class Room {
        private final World world = World.open(70);
    }

    /** 200 players who see 100 of 2,000 each. */
    @State(Scope.Thread)
    public static class Zone {
        private final World world = World.gated(2_000, 200, 100);
    }

    @Benchmark
    public int roomOf20And50(Room room, Clients clients) {
        room.world.move();
        room.world.encoder.tick();
        int bytes = 0;
        for (int client = 0; client < 20; client++) {
            bytes += clients.write(room.world.encoder.patch());
        }
        return bytes;
    }

    @Benchmark
    public int zoneOf200And2000(Zone zone, Clients clients) {
        zone.world.move();
        zone.world.encoder.tick();
        int bytes = 0;
        for (StateView view : zone.world.views) {
            bytes += clients.write(zone.world.encoder.patch(view));
        }
        return bytes;
    }
}
