package org.hotrealm.benchmarks.state;

import java.util.concurrent.TimeUnit;
import org.hotrealm.state.schema.StateView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A changed entity copied into the message of a view that sees it, in crowds and in worlds far larger than any view. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ViewPatches {
    private static final int VISIBLE = 100;

    /** All entities have moved and the tick is closed. */
    @State(Scope.Thread)
    public abstract static class Ticked {
        private final World world;

        Ticked(int views, int count) {
            world = World.gated(count, views, VISIBLE);
        }

        @Setup(Level.Invocation)
        public void tick() {
            world.move();
            world.encoder.tick();
        }

        void patch(Blackhole sink) {
            for (StateView view : world.views) {
                sink.consume(world.encoder.patch(view));
            }
        }
    }

    public static class Crowd extends Ticked {
        public Crowd() {
            super(200, 2_000);
        }
    }

    public static class Zone extends Ticked {
        public Zone() {
            super(50, 10_000);
        }
    }

    public static class LargeZone extends Ticked {
        public LargeZone() {
            super(50, 30_000);
        }
    }

    @Benchmark
    @OperationsPerInvocation(200 * VISIBLE)
    public void views200of2000(Crowd state, Blackhole sink) {
        state.patch(sink);
    }

    @Benchmark
    @OperationsPerInvocation(50 * VISIBLE)
    public void views50of10000(Zone state, Blackhole sink) {
        state.patch(sink);
    }

    @Benchmark
    @OperationsPerInvocation(50 * VISIBLE)
    public void views50of30000(LargeZone state, Blackhole sink) {
        state.patch(sink);
    }
}
