package org.hotrealm.net.colyseus;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Messages of players: a direction of two numbers read, a number written back. In this package to reach the codec. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Payloads {

    private final byte[] move = ByteBuffer.allocate(21)
            .put((byte) Opcode.ROOM_DATA)
            .put(new byte[] {(byte) 0xa4, 'm', 'o', 'v', 'e', (byte) 0x82, (byte) 0xa1, 'x', (byte) 0xca})
            .putFloat(0.6f)
            .put(new byte[] {(byte) 0xa1, 'y', (byte) 0xca})
            .putFloat(0.8f)
            .array();

    private final Message pong = new Message("pong", Payload.of(1234.5), false);

    private final Message chat =
            new Message("say", Payload.map("from", "somebody", "text", "well met", "at", 17), false);

    @Benchmark
    public Object readMove() throws MalformedException {
        return ClientFrame.read(move, PayloadLimits.DEFAULT);
    }

    @Benchmark
    public byte[] writeNumber() {
        return ServerFrame.message(pong);
    }

    @Benchmark
    public byte[] writeMap() {
        return ServerFrame.message(chat);
    }
}
