package org.hotrealm.itests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RedisProcess;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoNodesIT {

    private static final Duration START = Duration.ofSeconds(60);

    @Test
    void clientsMeetWhicheverNodeTheyAskAndADeadNodesRoomsAreOfferedToNobody(@TempDir Path folder) throws Exception {
        try (RedisProcess redis = new RedisProcess(folder);
                RunningServer a = node(folder.resolve("a"), redis).awaitUp(START);
                RunningServer b = node(folder.resolve("b"), redis).awaitUp(START)) {
            String met = clients(folder, "meet", url(a), url(b));
            assertThat(met)
                    .as("what three clients saw; node A said\n%s\nnode B said\n%s", a.output(), b.output())
                    .contains("\"text\":\"hello from the other node\"", "\"name\":\"Bob\"", "\"same\":true");
            String room = met.replaceFirst("(?s).*\"rooms\":\\[\"([^\"]+)\".*", "$1");
            assertThat(met).contains("[\"%1$s\",\"%1$s\",\"%1$s\"]".formatted(room));

            a.close();

            assertThat(clients(folder, "fresh", url(b)))
                    .as("a room on the node that is left")
                    .doesNotContain(room)
                    .contains("\"players\":1");
        }
    }

    private static RunningServer node(Path data, RedisProcess redis) {
        return RunningServer.start(Distribution.folder(), data, Map.of("REDIS_URL", redis.url()));
    }

    private static String url(RunningServer node) {
        return "http://localhost:" + node.port();
    }

    private static String clients(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "clients.mjs"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "clients", ".txt");
        Process script = new ProcessBuilder(command)
                .directory(Path.of("src/test/node").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = script.waitFor(90, TimeUnit.SECONDS);
        script.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended && script.exitValue() == 0)
                .as("the clients' story; they said\n%s", said)
                .isTrue();
        return said;
    }
}
