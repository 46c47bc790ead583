package org.hotrealm.itests.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.hotrealm.itests.bad.plugin.Plug;
import org.hotrealm.itests.bad.plugin.PlugSystem;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.harness.PluginJar;
import org.hotrealm.itests.harness.RunningServer;
import org.hotrealm.itests.script.Script;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server whose realms have a place for a plugin, with little memory and short patience, and two players in one of them. */
final class PluggedRealm implements AutoCloseable {

    static final String NAME = "org.example.plug";
    static final String IMPORTS =
            "org.osgi.framework,org.hotrealm.realm.api;version=\"[2.0,3)\",org.hotrealm.room.api;version=\"[2.0,3)\"";

    private static final int PATIENCE_SECONDS = 60;
    private static final int MORE_PATCHES = 20;

    private final RunningServer server;
    private final Operator operator;
    private final Script players;
    private final String room;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param options of Java, such as {@code -Xmx300m} */
    PluggedRealm(Path folder, String options) throws Exception {
        Path config = folder.resolve("config");
        if (!Files.exists(config)) {
            Distribution.config(config);
        }
        Files.writeString(
                config.resolve("org.hotrealm.realm.zone.RealmZone.json"),
                "{\"systems\": [\"monsters\", \"skills\", \"loot\", \"plug\"]}");
        Files.writeString(
                config.resolve("org.hotrealm.ops.upgrade.Upgrades.json"),
                "{\"step.max.ms\": 3000, \"collect.max.ms\": 5000}");
        server = RunningServer.start(
                Distribution.folder(),
                folder.resolve("data"),
                Map.of("HOTREALM_CONFIG", config.toString(), "HOTREALM_JAVA_OPTS", options));
        server.awaitUp(Duration.ofMinutes(2));
        operator = new Operator(server);
        players = new Script(Path.of("../bots/src/test/node/fighters.mjs"), "http://127.0.0.1:" + server.port());
        room = players.await("joined 2", PATIENCE_SECONDS).split(" ", 2)[0];
    }

    /** A plugin with a fault; where that comes later, it waits for a file. */
    static PluginJar plugin(String version, String fault, Path sign) {
        return PluginJar.of(NAME, version)
                .header("Import-Package", IMPORTS)
                .behaviour()
                .activatedBy(Plug.class, PlugSystem.class)
                .header("Plug-Fault", fault)
                .header("Plug-Sign", sign.toString());
    }

    Outcome swap(Path jar, String... more) throws IOException, InterruptedException {
        JsonNode record = json.readTree(operator.swap(Operator.request(jar, more)));
        return new Outcome(
                record.path("verdict").asString(), record.path("reason").asString());
    }

    /** The versions of the plugin that the players' room runs: one or none. */
    List<String> versions() throws IOException, InterruptedException {
        List<String> versions = new ArrayList<>();
        room().path("versions").forEach(pin -> {
            if (pin.asString().startsWith("plug=")) {
                versions.add(pin.asString().substring("plug=".length()));
            }
        });
        return versions;
    }

    private JsonNode room() throws IOException, InterruptedException {
        for (JsonNode each : json.readTree(operator.command("realm:rooms", "--json"))) {
            if (each.path("room").asString().equals(room)) {
                return each;
            }
        }
        throw new AssertionError("the players' room is gone:\n" + server.output());
    }

    boolean alive() {
        return server.alive();
    }

    /** Waits for the end of the server, and gives its exit code. */
    int exitCode() throws InterruptedException {
        return server.exitCode(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    String output() {
        return server.output();
    }

    /** What became of the last swap. */
    Outcome last() throws IOException, InterruptedException {
        JsonNode record = json.readTree(operator.get("/swaps")).path(0);
        return new Outcome(
                record.path("verdict").asString(), record.path("reason").asString());
    }

    /** What somebody is answered who wants into the players' room, behind the status. */
    String wantsIn() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:%d/matchmake/joinById/%s".formatted(server.port(), room));
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    String metrics() throws IOException, InterruptedException {
        return operator.get("/metrics");
    }

    int rung() throws IOException, InterruptedException {
        return room().path("rung").asInt();
    }

    String health() throws IOException, InterruptedException {
        return operator.command("realm:health");
    }

    /** Waits for a line of the log. */
    String line(String text) {
        return server.await(text, Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /** Waits for a line of the log that has one of these, or for the end of the server. */
    void anyLine(String... texts) {
        long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (server.alive() && List.of(texts).stream().noneMatch(server.output()::contains)) {
            assertThat(System.nanoTime())
                    .as("none of %s was logged:\n%s", List.of(texts), server.output())
                    .isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Both players get patches, and the room ticks. */
    void playsOn() throws IOException, InterruptedException {
        long patches = seen()[0];
        long tick = room().path("tick").asLong();
        long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (seen()[0] < patches + MORE_PATCHES || room().path("tick").asLong() < tick + MORE_PATCHES) {
            assertThat(System.nanoTime())
                    .as("the players get no patches any more:\n%s", server.output())
                    .isLessThan(deadline);
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(seen()[2]).as("players who were thrown out").isZero();
    }

    /** Patches of the player that got fewest, connections dropped, seats lost. */
    private long[] seen() throws IOException, InterruptedException {
        players.tell("seen");
        String[] parts = players.await("seen", PATIENCE_SECONDS).split(" ");
        return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])};
    }

    @Override
    public void close() {
        players.close();
        operator.close();
        server.close();
    }
}
