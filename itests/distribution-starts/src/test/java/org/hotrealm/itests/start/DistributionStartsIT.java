package org.hotrealm.itests.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who unpacks the archive and starts it. */
@Timeout(180)
class DistributionStartsIT {

    private static final Duration UP = Duration.ofMinutes(1);
    private static final Duration DOWN = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static Path home;

    @TempDir
    Path data;

    @BeforeAll
    static void unpackWhereThePathHasASpace() throws IOException, InterruptedException {
        home = Distribution.unpack(folder.resolve("a folder"));
    }

    @Test
    void itTellsWhereToPlayAndStopsInOrderWhenAsked() throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.start(home, data, Map.of()).awaitUp(UP)) {
            assertThat(server.await("Play", UP)).contains("http://localhost:" + server.port());
            assertThat(server.await("Systems", UP)).contains("monsters 1.0.0");
            assertThat(get("http://127.0.0.1:" + server.port() + "/"))
                    .returns(200, HttpResponse::statusCode)
                    .extracting(HttpResponse::body)
                    .asString()
                    .containsIgnoringCase("<!doctype html>");
            assertThat(get("http://127.0.0.1:" + server.operatorPort() + "/metrics"))
                    .returns(200, HttpResponse::statusCode)
                    .extracting(HttpResponse::body)
                    .asString()
                    .contains("# TYPE ");

            assertThat(server.terminate(DOWN)).isZero();
            assertThat(server.output()).contains("Stopped.");
        }
    }

    @Test
    void aTakenPortGetsOneClearSentence() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[4]));
                RunningServer server =
                        RunningServer.start(home, data, Map.of("PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(server.exitCode(UP)).isEqualTo(1);
            assertThat(server.output()).contains("Port " + taken.getLocalPort() + " is taken");
            assertThat(server.output()).doesNotContain("\tat ");
        }
    }

    @Test
    void aBrokenConfigurationIsNamedWithFileAndLineAndChangesNothing() throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.start(home, data, Map.of()).awaitUp(UP)) {
            Path file = home.resolve("config/org.hotrealm.example.json");
            Files.writeString(file, "{\n  \"limit\": oops\n}\n");
            try {
                assertThat(server.await(file.getFileName().toString(), UP)).contains("line 2");
            } finally {
                Files.delete(file);
            }
            assertThat(server.terminate(DOWN)).isZero();
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused() throws InterruptedException {
        try (RunningServer first = RunningServer.start(home, data, Map.of()).awaitUp(UP);
                RunningServer second = RunningServer.start(home, data, Map.of())) {
            assertThat(second.exitCode(UP)).isEqualTo(1);
            assertThat(second.output()).contains(data.toString()).contains("HOTREALM_DATA");
            assertThat(first.terminate(DOWN)).isZero();
        }
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
