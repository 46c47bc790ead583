package org.hotrealm.itests.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is played on tells what {@code docs/METRICS.md} says, no more and no less. */
@Timeout(240)
class MetersIT {

    private static final Path PAGE = Path.of("../../docs/METRICS.md");
    private static final int BOTS = 12;
    private static final int MOST_SECONDS = 120;
    /** These come with the first of their kind. */
    private static final Set<String> PLAYED = Set.of(
            "hotrealm_casts_total",
            "hotrealm_kills_total",
            "hotrealm_ai_thought_seconds",
            "hotrealm_room_messages_total");

    @TempDir
    Path temp;

    @Test
    void metersAreThoseOfTheirPage() throws Exception {
        try (RunningServer server = RunningServer.start(Distribution.folder(), temp.resolve("data"), Map.of())
                .awaitUp(Duration.ofMinutes(1))) {
            Map<String, Documented> told = whilePlayed(server);
            assertThat(told.keySet()).as("what playing brings").containsAll(PLAYED);
            assertThat(Documented.page(PAGE, false)).as("meters of %s", PAGE).containsAllEntriesOf(told);
            assertThat(told).as("meters of the server").containsAllEntriesOf(Documented.page(PAGE, true));
        }
    }

    /** Lets bots play until all has happened that is measured. */
    private Map<String, Documented> whilePlayed(RunningServer server) throws Exception {
        Process play = new ProcessBuilder(
                        "node",
                        "play.mjs",
                        "ws://127.0.0.1:" + server.port(),
                        String.valueOf(BOTS),
                        String.valueOf(MOST_SECONDS))
                .directory(Path.of("src/test/node").toFile())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("output").toFile())
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Map<String, Documented> told = Map.of();
            while (play.isAlive() && !told.keySet().containsAll(PLAYED)) {
                Thread.sleep(500);
                told = Documented.scraped(scrape(client, server));
            }
            return told;
        } finally {
            play.destroyForcibly();
        }
    }

    private static String scrape(HttpClient client, RunningServer server) throws Exception {
        URI metrics = URI.create("http://127.0.0.1:" + server.operatorPort() + "/metrics");
        return client.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
