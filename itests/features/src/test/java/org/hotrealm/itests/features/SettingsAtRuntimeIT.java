package org.hotrealm.itests.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where settings come from, and what a good and a bad edit do to a server that runs. */
@Timeout(600)
class SettingsAtRuntimeIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path temp;

    private Path config;
    private RunningServer server;
    private Operator operator;

    @BeforeEach
    void start() throws IOException {
        config = temp.resolve("config");
        copy(Distribution.folder().resolve("config"), config);
        server = RunningServer.start(
                        Distribution.folder(),
                        temp.resolve("data"),
                        Map.of("HOTREALM_CONFIG", config.toString(), "HOTREALM_ROOM_ENGINE_ROOMS_MOST", "77"))
                .awaitUp(Duration.ofMinutes(3));
        operator = new Operator(server);
    }

    @AfterEach
    void stop() {
        operator.close();
        server.close();
    }

    @Test
    void variableFileAndDefaultAreToldAndABadEditLeavesWhatIsInForce() throws Exception {
        Path engine = edit("org.hotrealm.room.engine.RoomEngine", "{\n  \"rooms.most\": 50,\n  \"seed\": 5\n}");
        server.await("org.hotrealm.room.engine.RoomEngine is configured: [rooms.most, seed]", LIMIT);
        assertThat(said("RoomEngine"))
                .containsPattern("rooms.most += 77 +variable HOTREALM_ROOM_ENGINE_ROOMS_MOST")
                .containsPattern("seed += 5 +.*RoomEngine.json line 3")
                .containsPattern("slow.merge.millis += 2000 +default");

        edit("org.hotrealm.room.engine.RoomEngine", "{\n  \"seed\": 6,\n  \"hook.limits.millis\": 1000\n}");
        assertThat(server.await("hook.limits.millis", LIMIT))
                .contains("refused", engine + " line 3 column 25", "did you mean 'hook.limit.millis'?");
        assertThat(said("RoomEngine"))
                .containsPattern("seed += 5 ")
                .contains("refused: " + engine + " line 3 column 25");

        edit("org.hotrealm.room.engine.RoomEngine", "{\n  \"seed\": 7\n}");
        server.await("org.hotrealm.room.engine.RoomEngine is configured: [seed, rooms.most]", LIMIT);
        assertThat(said("RoomEngine")).containsPattern("seed += 7 ").doesNotContain("refused");
    }

    @Test
    void settingsThatTheComponentDoesNotTakeGiveWayToThoseItHad() throws Exception {
        // An address that this machine does not have: nobody can tell by looking at the file.
        Path transport = edit("org.hotrealm.net.transport", "{\n  \"host\": \"192.0.2.77\"\n}");

        assertThat(server.await("does not take these settings", LIMIT))
                .contains(transport.toString())
                .contains("192.0.2.77");
        assertThat(said("net.transport"))
                .containsPattern("host += \"0.0.0.0\" +default")
                .contains("refused: " + transport + " line 2");
        assertThat(operator.look("/health?format=json").text())
                .contains("does not take these settings")
                .contains("192.0.2.77");
        assertThat(playersPort()).isEqualTo(200);

        edit("org.hotrealm.net.transport", "{\n  \"tcp.nodelay\": false\n}");
        server.await("org.hotrealm.net.transport is configured: [tcp.nodelay]", LIMIT);
        assertThat(said("net.transport")).doesNotContain("refused: ");
    }

    /** The status that players get who open the port in a browser. */
    private int playersPort() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI page = URI.create("http://127.0.0.1:" + server.port() + "/");
            return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private String said(String part) throws IOException, InterruptedException {
        return operator.says("realm:config", part).text();
    }

    /** As editors do it: written elsewhere, then moved, so that nobody reads half of it. */
    private Path edit(String pid, String text) throws IOException {
        Path file = config.resolve(pid + ".json");
        Path half = Files.writeString(config.resolve(pid + ".half"), text);
        return Files.move(half, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
