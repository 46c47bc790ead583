package org.hotrealm.net.colyseus;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts frames of seats and their bytes, by what they carry. Any thread; counting allocates nothing. */
final class Tally {

    /** Codes are below this; the bit for time stamps is beside them. */
    private static final int CODES = 32;

    private final Way in = new Way();
    private final Way out = new Way();

    private record Kind(int code, String label) {}

    private static final List<Kind> RECEIVED = List.of(
            new Kind(Opcode.JOIN_ROOM, "acknowledge"),
            new Kind(Opcode.LEAVE_ROOM, "leave"),
            new Kind(Opcode.ROOM_DATA, "message"),
            new Kind(Opcode.ROOM_DATA_BYTES, "bytes"),
            new Kind(Opcode.ROOM_REQUEST, "request"),
            new Kind(Opcode.ROOM_INPUT_RELIABLE, "input"),
            new Kind(Opcode.ROOM_INPUT_UNRELIABLE, "input_unreliable"),
            new Kind(Opcode.PING, "ping"));

    private static final List<Kind> SENT = List.of(
            new Kind(Opcode.JOIN_ROOM, "joined"),
            new Kind(Opcode.ERROR, "error"),
            new Kind(Opcode.ROOM_DATA, "message"),
            new Kind(Opcode.ROOM_DATA_BYTES, "bytes"),
            new Kind(Opcode.ROOM_RESPONSE, "answer"),
            new Kind(Opcode.ROOM_STATE, "state"),
            new Kind(Opcode.ROOM_STATE_PATCH, "patch"),
            new Kind(Opcode.PING, "pong"));

    /** Frames and bytes in one direction, by code. */
    private static final class Way {
        private final LongAdder[] frames = adders();
        private final LongAdder[] bytes = adders();

        void add(int firstByte, int length) {
            int code = firstByte & (CODES - 1);
            frames[code].increment();
            bytes[code].add(length);
        }

        private static LongAdder[] adders() {
            LongAdder[] adders = new LongAdder[CODES];
            for (int i = 0; i < CODES; i++) {
                adders[i] = new LongAdder();
            }
            return adders;
        }
    }

    /** A client's frame; an empty one is none. */
    void received(byte[] frame) {
        if (frame.length > 0) {
            in.add(frame[0], frame.length);
        }
    }

    /** A frame for a client. */
    void sent(byte firstByte, int length) {
        out.add(firstByte, length);
    }

    void bindTo(MeterRegistry registry) {
        bind(registry, in, RECEIVED, "hotrealm.messages.received", "from clients");
        bind(registry, out, SENT, "hotrealm.messages.sent", "to clients");
    }

    private static void bind(MeterRegistry registry, Way way, List<Kind> kinds, String name, String which) {
        for (Kind kind : kinds) {
            counter(name, "Frames of seats " + which, kind.label(), way.frames[kind.code()])
                    .register(registry);
            counter(name + ".size", "Bytes of frames of seats " + which, kind.label(), way.bytes[kind.code()])
                    .baseUnit("bytes")
                    .register(registry);
        }
    }

    private static FunctionCounter.Builder<LongAdder> counter(
            String name, String description, String kind, LongAdder count) {
        return FunctionCounter.builder(name, count, LongAdder::doubleValue)
                .description(description)
                .tag("kind", kind);
    }
}
