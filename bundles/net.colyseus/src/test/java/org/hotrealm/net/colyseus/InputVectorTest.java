package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.InputOffer;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.state.schema.BooleanField;
import org.hotrealm.state.schema.Encoded;
import org.hotrealm.state.schema.InputReader;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.Quantized;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The recorded sessions of rooms with inputs, frame by frame: ours are byte for byte those of the original server. */
class InputVectorTest {

    private static final List<String> SESSIONS = List.of(
            "session-input",
            "session-input-rewind-both",
            "session-input-rewind-reckon",
            "session-input-rewind-snapshot");

    private static final StateType.Builder T = StateType.named("MoveInput");
    private static final IntField DX = T.int8("dx");
    private static final IntField DY = T.int8("dy");
    private static final BooleanField FIRE = T.bool("fire");
    private static final StateType TYPE = build();

    private static StateType build() {
        T.quantized("yaw", 0, 2 * Math.PI, 16, Quantized.Mode.WRAP);
        return T.build();
    }

    private final InputReader reader = new InputReader(TYPE, 16);

    private static InputSettings settings(String session) {
        boolean both = session.endsWith("both");
        InputSettings plain = InputSettings.of(TYPE).withSubSteps(session.equals("session-input") ? 2 : 1);
        return plain.withTimes(both || session.endsWith("snapshot"), both || session.endsWith("reckon"));
    }

    @TestFactory
    Stream<DynamicTest> joinAndTimedFramesAreWrittenAgain() {
        return SESSIONS.stream()
                .flatMap(session -> frames(session)
                        .filter(frame -> frame.get("dir").asString().equals("server->client"))
                        .map(frame -> DynamicTest.dynamicTest(
                                session + " " + frame.get("n").asInt(), () -> write(session, frame))));
    }

    private void write(String session, JsonNode frame) {
        String hex = frame.get("hex").asString();
        JsonNode is = frame.get("is");
        int code = Integer.parseInt(hex.substring(0, 2), 16);
        byte[] written;
        if (code == Opcode.JOIN_ROOM) {
            InputOffer offer = new InputOffer(settings(session), reader.handshake(), 20, 50);
            String token = is.get("reconnectionToken").asString();
            int from = 2 * (1 + 1 + token.length() + 1 + "schema".length() + 1);
            byte[] types = Vectors.hex(
                    hex.substring(from, from + 2 * is.get("reflectionLength").asInt()));
            written = ServerFrame.joined(token, types, offer);
        } else {
            byte[] state = Vectors.hex(hex.substring(18));
            byte[] shared = new byte[Encoded.HEADROOM + state.length];
            System.arraycopy(state, 0, shared, Encoded.HEADROOM, state.length);
            Encoded encoded = new Encoded(shared, Encoded.HEADROOM, state.length);
            written = ServerFrame.timed(
                    code & ~Opcode.TIMED,
                    encoded,
                    is.get("sNow").asLong(),
                    is.get("inputSeq").asLong());
        }
        assertThat(Vectors.hex(written)).isEqualTo(hex);
    }

    /** Each connection's inputs are numbered from 1, rising in time, and add up to what the original room came to. */
    @TestFactory
    Stream<DynamicTest> inputsComeOutOnceInOrder() {
        return SESSIONS.stream().map(session -> DynamicTest.dynamicTest(session, () -> replay(session)));
    }

    private void replay(String session) throws Exception {
        Map<Integer, List<String>> told = new HashMap<>();
        Map<Integer, InputLane> lanes = new HashMap<>();
        Map<Integer, StateObject> values = new HashMap<>();
        Map<Integer, Integer> x = new HashMap<>();
        for (JsonNode frame : frames(session).toList()) {
            int connection = frame.get("conn").asInt();
            byte[] bytes = Vectors.hex(frame.get("hex").asString());
            if (frame.get("dir").asString().equals("client->server") && ClientFrame.isInput(bytes)) {
                InputLane lane = lanes.computeIfAbsent(connection, _ -> new InputLane(settings(session)));
                StateObject input = values.computeIfAbsent(connection, _ -> reader.fresh());
                for (InputDelta delta : lane.read(bytes)) {
                    reader.read(delta.bytes(), delta.from(), delta.to(), input);
                    x.merge(connection, DX.get(input), Integer::sum);
                    told.computeIfAbsent(connection, _ -> new ArrayList<>()).add(line(delta, input));
                }
            }
            JsonNode after = frame.get("is").get("stateAfter");
            if (after != null && !after.get("units").isEmpty()) {
                int recorded = after.get("units").iterator().next().get("x").asInt();
                assertThat(recorded).isLessThanOrEqualTo(x.getOrDefault(connection, 0));
            }
        }
        assertThat(told.values())
                .isNotEmpty()
                .allSatisfy(lines -> assertThat(lines)
                        .isEqualTo(lines.stream().sorted().distinct().toList()));
    }

    private static String line(InputDelta delta, StateObject input) {
        return "%d render %d reckon %d dx %d dy %d fire %s"
                .formatted(
                        delta.sequence(),
                        delta.renderMillis(),
                        delta.reckonMillis(),
                        DX.get(input),
                        DY.get(input),
                        FIRE.get(input));
    }

    @Test
    void bothMomentsOfEachInputAreFound() throws Exception {
        List<String> reliable = lines("93cc96000080008201", "9333000080018200", "93342f0080028201", "93332f0080038200");
        assertThat(reliable)
                .containsExactly(
                        "1 render 150 reckon 150 dx 0 dy 0 fire true",
                        "2 render 201 reckon 201 dx 1 dy 0 fire false",
                        "3 render 206 reckon 253 dx 2 dy 0 fire true",
                        "4 render 257 reckon 304 dx 3 dy 0 fire false");
        List<String> ring = lines(
                "940196000000000001028000",
                "9402c80000003200000001028000028001",
                "9403fa00000032322f002f0001028000028001028002",
                "94032e01000034322f00002f02028001028002028003");
        assertThat(ring)
                .containsExactly(
                        "1 render 150 reckon 150 dx 0 dy 0 fire false",
                        "2 render 200 reckon 200 dx 1 dy 0 fire false",
                        "3 render 203 reckon 250 dx 2 dy 0 fire false",
                        "4 render 255 reckon 302 dx 3 dy 0 fire false");
    }

    private List<String> lines(String... frames) throws Exception {
        InputLane lane = new InputLane(InputSettings.of(TYPE).withTimes(true, true));
        StateObject input = reader.fresh();
        List<String> lines = new ArrayList<>();
        for (String frame : frames) {
            for (InputDelta delta : lane.read(Vectors.hex(frame))) {
                reader.read(delta.bytes(), delta.from(), delta.to(), input);
                lines.add(line(delta, input));
            }
        }
        return lines;
    }

    private static Stream<JsonNode> frames(String session) {
        return Vectors.load(session)
                .get("frames")
                .valueStream()
                .filter(frame -> frame.get("kind").asString().equals("ws-binary"));
    }
}
