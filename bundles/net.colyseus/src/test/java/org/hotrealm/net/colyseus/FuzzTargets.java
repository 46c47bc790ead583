package org.hotrealm.net.colyseus;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.InputReader;
import org.hotrealm.state.schema.MalformedInputException;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.Primitive;
import org.hotrealm.state.schema.Quantized;
import org.hotrealm.state.schema.StateDecoder;
import org.hotrealm.state.schema.StateEncoder;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;

/**
 * Everything that reads what strangers send, one method each. A target fails by throwing what its reader does not promise, by
 * reading something that it cannot write again as the same, or by using far more memory than it was given bytes.
 */
public final class FuzzTargets {

    /** The targets by name. */
    static final Map<String, Consumer<byte[]>> ALL = Map.of(
            "payload", FuzzTargets::payload,
            "frame", FuzzTargets::frame,
            "input", FuzzTargets::input,
            "matchmaking", FuzzTargets::matchmaking,
            "state", FuzzTargets::state);

    static final List<String> NAMES = ALL.keySet().stream().sorted().toList();

    /** Set where one target alone is searched, as {@code target/fuzz} does. */
    private static final String ONLY = System.getProperty("hotrealm.fuzz.target", "");

    private static final StateType INPUT = inputType();
    private static final InputReader READER = new InputReader(INPUT, 16);
    private static final byte[] HANDSHAKE = handshake();

    private FuzzTargets() {}

    /** What the driver calls: unless there is only one, a byte chooses the target, by its place in {@link #NAMES}. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        if (!ONLY.isEmpty()) {
            ALL.get(ONLY).accept(data.consumeRemainingAsBytes());
            return;
        }
        int target = data.consumeByte() & 0xff;
        ALL.get(NAMES.get(target % NAMES.size())).accept(data.consumeRemainingAsBytes());
    }

    /** A payload that is read is written, and what is written is read and written as the same. */
    static void payload(byte[] bytes) {
        try {
            byte[] written = written(bytes, PayloadLimits.DEFAULT);
            byte[] again = written(written, new PayloadLimits(64, 100_000, 10_000, 1_000_000));
            same(Vectors.hex(written), Vectors.hex(again));
        } catch (MalformedException e) {
            told(e.text());
        }
    }

    private static byte[] written(byte[] bytes, PayloadLimits limits) throws MalformedException {
        ByteSink out = new ByteSink(64);
        PayloadWriter.write(PayloadReader.read(new ByteSource(bytes, 0), limits), out);
        return out.toBytes();
    }

    /** Any bytes are a frame or malformed. */
    static void frame(byte[] bytes) {
        try {
            if (ClientFrame.read(bytes, PayloadLimits.DEFAULT) instanceof ClientFrame.Data(Message message)) {
                ServerFrame.message(message);
            }
        } catch (MalformedException e) {
            told(e.text());
        }
    }

    /** Frames of inputs, each two bytes of length and as many as that; their bodies are read into one object. */
    static void input(byte[] bytes) {
        int flags = bytes.length == 0 ? 0 : bytes[0];
        InputLane lane = new InputLane(InputSettings.of(INPUT).withTimes((flags & 1) != 0, (flags & 2) != 0));
        StateObject values = READER.fresh();
        ByteSource in = new ByteSource(bytes, Math.min(1, bytes.length));
        long before = 0;
        try {
            while (in.left() > 0) {
                byte[] frame = in.raw(Math.min(in.left(), in.u8()));
                for (InputDelta delta : lane.read(frame)) {
                    before = delta.reliable() ? before : rising(before, delta.sequence());
                    READER.read(delta.bytes(), delta.from(), delta.to(), values);
                    same(READER.fresh().type(), values.type());
                }
            }
        } catch (MalformedException e) {
            told(e.text());
        } catch (MalformedInputException e) {
            told(e.getMessage());
        }
    }

    /** First byte: length of the path and query, then the body. */
    static void matchmaking(byte[] bytes) {
        int length = bytes.length == 0 ? 0 : Math.min(bytes[0] & 0xff, bytes.length - 1);
        byte[] body = bytes.length == 0 ? bytes : java.util.Arrays.copyOfRange(bytes, 1 + length, bytes.length);
        try {
            JoinOptions.read(body);
        } catch (MalformedException e) {
            told(e.text());
        }
        HttpCall call = call(bytes.length == 0 ? "" : new String(bytes, 1, length, StandardCharsets.UTF_8), body);
        Matchmaking matchmaking = new Matchmaking(FakeRooms::new, Sample.SETTINGS, new Breaches());
        int status = matchmaking.handle(call).toCompletableFuture().join().status();
        same(true, List.of(200, 400, 404, 405, 429, 520, 523).contains(status));
        try {
            RoomUrl.of(call);
        } catch (RefusedException e) {
            told(e.text());
        }
    }

    private static HttpCall call(String target, byte[] body) {
        URI uri;
        try {
            uri = URI.create("/" + target);
        } catch (IllegalArgumentException e) {
            uri = URI.create("/matchmake/join/my");
        }
        Map<String, String> query = new HashMap<>();
        if (uri.getQuery() != null) {
            for (String pair : uri.getQuery().split("&")) {
                int equals = pair.indexOf('=');
                query.putIfAbsent(
                        equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return new HttpCall("POST", uri, Map.of(), body, "1.2.3.4", query);
    }

    /** The decoder that tests and tools use refuses what it cannot read, by one kind of exception. */
    static void state(byte[] bytes) {
        StateDecoder decoder = new StateDecoder(HANDSHAKE);
        try {
            if (bytes.length > 0 && bytes[0] == 1) {
                decoder.resync(java.util.Arrays.copyOfRange(bytes, 1, bytes.length));
            } else {
                decoder.decode(bytes);
            }
            decoder.referenceCounts();
        } catch (IllegalArgumentException e) {
            told(e.getMessage());
        }
    }

    private static StateType inputType() {
        StateType.Builder builder = StateType.named("FuzzInput");
        builder.int8("dx");
        builder.number("n");
        builder.bool("fire");
        builder.quantized("yaw", -Math.PI, Math.PI, 16, Quantized.Mode.WRAP);
        builder.string("word");
        builder.float64("far");
        return builder.build();
    }

    private static byte[] handshake() {
        StateType.Builder part = StateType.named("FuzzPart");
        part.number("x");
        part.array("words", Primitive.STRING);
        StateType partType = part.build();
        StateType.Builder root = StateType.named("FuzzRoot");
        root.string("name");
        MapField<StateObject> parts = root.map("parts", partType);
        root.array("list", partType);
        root.set("set", Primitive.UINT8);
        root.ref("one", partType);
        StateObject state = root.build().create();
        parts.put(state, "a", partType.create());
        return new StateEncoder(state).handshake(Dialect.V18);
    }

    private static long rising(long before, long now) {
        if (now <= before) {
            throw new AssertionError("input %d after %d".formatted(now, before));
        }
        return now;
    }

    private static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("%s became %s".formatted(expected, actual));
        }
    }

    private static void told(String text) {
        if (text == null || text.isEmpty()) {
            throw new AssertionError("refused without a reason");
        }
    }
}
