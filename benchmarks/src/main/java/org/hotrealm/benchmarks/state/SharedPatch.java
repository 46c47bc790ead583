package org.hotrealm.benchmarks.state;

import java.util.concurrent.TimeUnit;
import org.hotrealm.state.schema.Encoded;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An entity with two changed fields that everybody sees: setting it, and encoding it once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SharedPatch {
    private static final int COUNT = 10_000;

    @State(Scope.Thread)
    public static class Moved {
        private final World world = World.open(COUNT);

        @Setup(Level.Invocation)
        public void move() {
            world.move();
        }
    }

    @State(Scope.Thread)
    public static class Ticked {
        private final World world = World.open(COUNT);

        @Setup(Level.Invocation)
        public void tick() {
            world.encoder.tick();
        }
    }

    @State(Scope.Thread)
    public static class Columns {
        private final World world = World.columns(COUNT);
    }

    /** All of it: the values are set in columns, encoded and made a message. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public Encoded columns(Columns state) {
        return state.world.moveAndPatch();
    }

    @State(Scope.Thread)
    public static class Objects {
        private final World world = World.open(COUNT);
    }

    /** The same of values in objects. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public Encoded objects(Objects state) {
        return state.world.moveAndPatch();
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void set(Ticked state) {
        state.world.move();
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void tick(Moved state) {
        state.world.encoder.tick();
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public Encoded tickAndPatch(Moved state) {
        state.world.encoder.tick();
        return state.world.encoder.patch();
    }
}
