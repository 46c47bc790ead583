package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class VectorDecoderTest {
    private static final HexFormat HEX = HexFormat.of();

    @TestFactory
    Stream<DynamicTest> decoderReproducesEveryRecordedState() {
        return Vectors.all().stream()
                .map(vector -> DynamicTest.dynamicTest(vector.get("name").asString(), () -> new Replay(vector).run()));
    }

    private static final class Replay {
        private final JsonNode vector;
        private final byte[] handshake;
        private final Map<String, StateDecoder> clients = new HashMap<>();

        Replay(JsonNode vector) {
            this.vector = vector;
            this.handshake = HEX.parseHex(vector.get("handshake").asString());
        }

        void run() {
            JsonNode initial = vector.get("initial");
            if (initial.has("firstPatch")) {
                StateDecoder fresh = new StateDecoder(handshake);
                fresh.decode(HEX.parseHex(initial.get("firstPatch").asString()));
                assertThat(Json.canonical(fresh.state())).isEqualTo(Json.canonical(initial.get("firstPatchState")));
            }
            join(initial.get("join"));
            for (JsonNode step : vector.get("steps").values()) {
                step(step);
            }
        }

        private void join(JsonNode joins) {
            joins.properties().forEach(join -> {
                byte[] full = HEX.parseHex(join.getValue().get("full").asString());
                StateDecoder known = clients.get(join.getKey());
                if (known == null) {
                    known = new StateDecoder(handshake);
                    clients.put(join.getKey(), known);
                    known.decode(full);
                } else {
                    known.resync(full);
                }
                check(join.getKey(), join.getValue());
            });
        }

        private void step(JsonNode step) {
            if (step.has("joined")) {
                join(step.get("joined"));
            }
            boolean views = vector.get("hasFilters").asBoolean();
            step.get("after").properties().forEach(after -> {
                StateDecoder client = clients.get(after.getKey());
                JsonNode bytes =
                        views ? step.get("perClient").get(after.getKey()).get("bytes") : step.get("patch");
                client.decode(HEX.parseHex(bytes.asString()));
                if (step.has("unreliablePatch")) {
                    client.decode(HEX.parseHex(step.get("unreliablePatch").asString()));
                }
                check(after.getKey(), after.getValue());
            });
        }

        private void check(String name, JsonNode expected) {
            StateDecoder client = clients.get(name);
            assertThat(Json.canonical(client.state())).isEqualTo(Json.canonical(expected.get("state")));
            Map<Integer, Integer> counts = new TreeMap<>();
            expected.get("refs")
                    .properties()
                    .forEach(count -> counts.put(
                            Integer.valueOf(count.getKey()), count.getValue().asInt()));
            assertThat(client.referenceCounts()).isEqualTo(counts);
        }
    }
}
