package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class VectorEncoderTest {
    private static final HexFormat HEX = HexFormat.of();

    /** The reference rounds fractions to single precision where that is close; here they are exact. */
    private static final Set<String> OTHER_BYTES = Set.of("prim-number", "prim-int64-as-number");

    /**
     * Where the recorded server is wrong itself: it lets fields unset and references replaced during an absence stand, and
     * shows an object that is not in the state any more.
     */
    private static final Set<String> WRONG_RECORDINGS = Set.of("rejoin-stale-field", "view-add-new-same-tick");

    @TestFactory
    Stream<DynamicTest> encoderLeadsEveryClientToTheRecordedState() {
        assertThat(Vectors.all()).hasSize(63);
        return Vectors.all().stream()
                .map(vector -> DynamicTest.dynamicTest(vector.get("name").asString(), () -> new Replay(vector).run()));
    }

    private static final class Replay {
        private final JsonNode vector;
        private final String name;
        private final Map<String, StateView> views = new HashMap<>();
        private final Map<String, StateDecoder> clients = new HashMap<>();
        private final Set<String> joined = new LinkedHashSet<>();
        private final VectorWorld world;
        private final StateEncoder encoder;
        /** Once the recorded server has gone wrong, only our own state is compared. */
        private boolean astray;

        /** Whether clients have not all of the state by design. */
        private final boolean partial;

        Replay(JsonNode vector) {
            this.vector = vector;
            this.name = vector.get("name").asString();
            this.partial = name.equals("patch-only-full-only");
            if (vector.has("clients")) {
                vector.get("clients").values().forEach(client -> {
                    if (client.has("view")) {
                        views.put(client.get("name").asString(), new StateView());
                    }
                });
            }
            this.world = new VectorWorld(vector, views);
            run(vector.get("setup"));
            this.encoder = new StateEncoder(world.root);
            run(vector.get("initialViewOps"));
        }

        private void run(JsonNode ops) {
            if (ops != null) {
                ops.values().forEach(world::run);
            }
        }

        void run() {
            assertThat(HEX.formatHex(encoder.handshake(Dialect.V18)))
                    .isEqualTo(vector.get("handshake").asString());
            join(vector.get("initial").get("join"), true);
            vector.get("steps").values().forEach(this::step);
            joined.forEach(this::checkOwn);
        }

        private void join(JsonNode joins, boolean first) {
            joins.properties().forEach(join -> {
                String client = join.getKey();
                StateDecoder known = clients.get(client);
                Encoded full = encoder.full(views.get(client), known != null);
                if (known == null) {
                    known = new StateDecoder(encoder.handshake(Dialect.V18));
                    clients.put(client, known);
                    known.decode(full);
                    if (first && !OTHER_BYTES.contains(name)) {
                        assertThat(HEX.formatHex(full.toByteArray()))
                                .isEqualTo(join.getValue().get("full").asString());
                    }
                } else {
                    known.resync(full.toByteArray());
                }
                joined.add(client);
                if (!join.getValue().has("divergesFromFullState")) {
                    checkRecorded(client, join.getValue());
                }
            });
        }

        private void step(JsonNode step) {
            run(step.get("ops"));
            if (step.has("leave")) {
                step.get("leave").values().forEach(left -> joined.remove(left.asString()));
            }
            if (step.has("joined")) {
                flush();
                join(step.get("joined"), false);
            }
            run(step.get("thenOps"));
            flush();
            astray |= step.has("divergesFromFullState");
            step.get("after").properties().forEach(after -> checkRecorded(after.getKey(), after.getValue()));
        }

        private void flush() {
            encoder.tick();
            for (String client : joined) {
                StateView view = views.get(client);
                clients.get(client).decode(view == null ? encoder.patch() : encoder.patch(view));
            }
        }

        private void checkRecorded(String client, JsonNode expected) {
            checkOwn(client);
            if (astray || WRONG_RECORDINGS.contains(name) || expected.has("divergesFromFullState")) {
                return;
            }
            Object state = Json.canonical(clients.get(client).state());
            Object recorded = Json.canonical(expected.get("state"));
            assertThat(Json.alike(state, recorded))
                    .as("%s is%n%s, recorded%n%s", client, state, recorded)
                    .isTrue();
        }

        private void checkOwn(String client) {
            StateDecoder decoder = clients.get(client);
            assertThat(decoder.problems()).isEmpty();
            if (!vector.get("hasFilters").asBoolean() && !partial) {
                Object state = Json.canonical(decoder.state());
                Object own = Json.canonical(world.root.toMap());
                assertThat(Json.alike(state, own))
                        .as("%s is%n%s, not%n%s", client, state, own)
                        .isTrue();
            }
        }
    }
}
