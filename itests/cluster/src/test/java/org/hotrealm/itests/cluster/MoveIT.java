package org.hotrealm.itests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.harness.RedisProcess;
import org.hotrealm.itests.harness.RunningServer;
import org.hotrealm.itests.reissue.Reissue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rooms that move from node to node while somebody plays in them. */
class MoveIT {

    private static final String LOOT = "org.hotrealm.loot.tables";
    private static final String OLD = "1.0.0";
    private static final String NEW = "1.0.1";
    private static final Duration START = Duration.ofMinutes(2);

    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private RedisProcess redis;
    private Node a;
    private Node b;

    /** A server, its operator, and its name in the cluster. */
    private record Node(RunningServer server, Operator operator, String id) implements AutoCloseable {
        String url() {
            return "http://localhost:" + server.port();
        }

        @Override
        public void close() {
            operator.close();
            server.close();
        }
    }

    @BeforeEach
    void twoNodes() throws Exception {
        redis = new RedisProcess(folder);
        a = node("a", Map.of());
        b = node("b", Map.of());
    }

    private Node node(String name, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("REDIS_URL", redis.url()));
        environment.putAll(more);
        RunningServer server = RunningServer.start(Distribution.folder(), folder.resolve(name), environment);
        Operator operator = new Operator(server.awaitUp(START));
        server.await("is part of a cluster", START);
        return new Node(server, operator, ownId(operator));
    }

    private String ownId(Operator operator) throws Exception {
        for (int look = 0; look < 100; look++) {
            for (JsonNode node : json.readTree(operator.command("realm:nodes", "--json"))) {
                if (node.path("this one").asBoolean()) {
                    return node.path("node").asString();
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the node is not in the cluster: " + operator.command("realm:nodes"));
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
        redis.close();
    }

    private JsonNode move(Node from, String room, Node to) throws Exception {
        return json.readTree(from.operator().command("realm:move", room, to.id(), "--json"))
                .path(0);
    }

    private void moves(Node from, String room, Node to) throws Exception {
        JsonNode moved = move(from, room, to);
        assertThat(moved.path("outcome").asString())
                .as(
                        "%s; the old node said\n%s\nthe new one\n%s",
                        moved, from.server().output(), to.server().output())
                .isEqualTo("moved");
        assertThat(pins(from, room)).isEmpty();
    }

    /** The versions that a room of this node runs, by system; empty where it is not there. */
    private Map<String, String> pins(Node node, String room) throws Exception {
        Map<String, String> pins = new HashMap<>();
        for (JsonNode each : json.readTree(node.operator().command("realm:rooms", "--json"))) {
            if (each.path("room").asString().equals(room)) {
                each.path("versions").forEach(pin -> {
                    String[] parts = pin.asString().split("=");
                    pins.put(parts[0], parts[1]);
                });
            }
        }
        return pins;
    }

    private void playsOn(Player player, JsonNode before) throws Exception {
        player.speaksAndIsHeard("still here " + System.nanoTime());
        JsonNode now = player.whereAfter(before);
        assertThat(now.path("session").asString()).isEqualTo(player.session());
        assertThat(now.path("room").asString()).isEqualTo(player.room());
        assertThat(now.path("patches").asInt())
                .isGreaterThan(before.path("patches").asInt());
        assertThat(now.path("maxHp").asInt()).isEqualTo(before.path("maxHp").asInt());
    }

    private JsonNode swap(Node node, Path jar, String... more) throws Exception {
        JsonNode record = json.readTree(node.operator().swap(Operator.request(jar, more)));
        assertThat(record.path("verdict").asString()).as(record.toString()).isIn("DONE", "PARTIAL");
        return record;
    }

    private Path reissued(String bundle) throws IOException {
        return Reissue.of(Distribution.folder().resolve("bundles/%s-%s.jar".formatted(bundle, OLD)), NEW, folder);
    }

    @Test
    void roomMovesThereAndBackWithItsOwnVersionsAndItsPlayersSocketsStay() throws Exception {
        Path loot = reissued(LOOT);
        try (Player ada = new Player(a.url(), "Ada");
                Player bob = new Player(b.url(), "Bob")) {
            assertThat(bob.room()).isEqualTo(ada.room());
            JsonNode before = ada.where();
            JsonNode beforeBob = bob.where();
            swap(a, loot, "\"rooms\":[\"%s\"]".formatted(ada.room()), "\"soak\":\"0s\"");
            Map<String, String> pins = pins(a, ada.room());
            assertThat(pins).containsEntry("loot", NEW);

            JsonNode refused = move(a, ada.room(), b);
            assertThat(refused.path("outcome").asString())
                    .contains("stays", "loot 1.0.1 of org.hotrealm.loot.tables", "only as 1.0.0");
            playsOn(ada, before);

            swap(b, loot, "\"canary\":\"1%\"", "\"hold\":true", "\"soak\":\"0s\"");
            moves(a, ada.room(), b);
            assertThat(pins(b, ada.room())).isEqualTo(pins);
            playsOn(ada, before);
            playsOn(bob, beforeBob);

            moves(b, ada.room(), a);
            assertThat(pins(a, ada.room())).isEqualTo(pins);
            playsOn(ada, before);
            playsOn(bob, beforeBob);

            assertThat(ada.where().path("sockets").asInt()).isEqualTo(1);
            assertThat(bob.where().path("sockets").asInt()).isEqualTo(1);
            assertThat(ada.seen()).noneMatch(line -> line.contains("drop") || line.contains("left"));
            assertThat(bob.seen()).noneMatch(line -> line.contains("drop") || line.contains("left"));
        }
    }

    @Test
    void whoSpeaksTheProtocolIsReplacedOnEitherNodeWhileClientsAreRelayed() throws Exception {
        Path protocol = reissued("org.hotrealm.net.colyseus");
        try (Player ada = new Player(a.url(), "Ada")) {
            JsonNode before = ada.where();
            moves(a, ada.room(), b);
            playsOn(ada, before);

            swap(a, protocol, "\"soak\":\"0s\"");
            playsOn(ada, before);
            swap(b, protocol, "\"soak\":\"0s\"");
            playsOn(ada, before);
            swap(b, reissued("org.hotrealm.room.engine"), "\"soak\":\"0s\"");
            playsOn(ada, before);

            assertThat(ada.where().path("sockets").asInt()).isEqualTo(1);
            assertThat(ada.seen()).noneMatch(line -> line.contains("drop") || line.contains("left"));
        }
    }

    @Test
    void nodeIsRestartedWhileItsRoomsGoOnElsewhereAndItsPlayersComeBackToThem() throws Exception {
        try (Player ada = new Player(a.url(), "Ada")) {
            JsonNode before = ada.where();
            assertThat(json.readTree(a.operator().command("realm:move", "all", "--json"))
                            .path(0)
                            .path("node")
                            .asString())
                    .isEqualTo(b.id());
            playsOn(ada, before);

            int port = a.server().port();
            assertThat(a.server().terminate(Duration.ofMinutes(1))).isZero();
            ada.await("drop");
            a.close();
            a = node("a", Map.of("PORT", Integer.toString(port)));
            ada.await("back");

            playsOn(ada, before);
            assertThat(pins(b, ada.room())).isNotEmpty();
        }
    }

    @Test
    void roomGoesOnWhereItWasWhenTheOtherNodeHangsAndIsNotThereTwiceWhenThatWakesUp() throws Exception {
        try (Player ada = new Player(a.url(), "Ada")) {
            JsonNode before = ada.where();
            signal("STOP", b);
            CompletableFuture<String> asked = a.operator().begin("realm:move", ada.room(), b.id(), "--json");

            String said = asked.get(60, TimeUnit.SECONDS);

            assertThat(said).contains("stays");
            playsOn(ada, before);
            signal("CONT", b);
            playsOn(ada, before);
            ownId(b.operator());
            assertThat(pins(b, ada.room())).isEmpty();
            assertThat(pins(a, ada.room())).isNotEmpty();
            moves(a, ada.room(), b);
            playsOn(ada, before);
            assertThat(ada.seen()).noneMatch(line -> line.contains("drop") || line.contains("left"));
        }
    }

    private static void signal(String name, Node node) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(node.server().pid()))
                .start()
                .waitFor();
    }
}
