package org.hotrealm.benchmarks.state;

import java.util.concurrent.TimeUnit;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Encoded;
import org.hotrealm.state.schema.InputReader;
import org.hotrealm.state.schema.MalformedInputException;
import org.hotrealm.state.schema.Quantized;
import org.hotrealm.state.schema.StateDecoder;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A changed entity read by a client's side, and a client's input read by a room. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Decode {
    private static final int COUNT = 1_000;
    private static final byte[] INPUT = {(byte) 0x80, 1, (byte) 0x81, -1, (byte) 0x82, 1, (byte) 0x83, 0x1e, 0x3d};

    private final StateDecoder client;
    private final Encoded patch;
    private final InputReader reader;
    private final StateObject input;

    public Decode() {
        World world = World.open(COUNT);
        client = new StateDecoder(world.encoder.handshake(Dialect.V18));
        client.decode(world.encoder.full(null, false));
        world.move();
        world.encoder.tick();
        patch = world.encoder.patch();
        StateType.Builder t = StateType.named("Move");
        t.int8("dx");
        t.int8("dy");
        t.bool("fire");
        t.quantized("yaw", 0, 2 * Math.PI, 16, Quantized.WRAP);
        reader = new InputReader(t.build(), 64);
        input = reader.fresh();
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void entity() {
        client.decode(patch);
    }

    @Benchmark
    public long input() throws MalformedInputException {
        return reader.read(INPUT, 0, INPUT.length, input);
    }
}
