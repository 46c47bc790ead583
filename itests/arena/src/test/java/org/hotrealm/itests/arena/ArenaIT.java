package org.hotrealm.itests.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that measurements start, and the SDK against it. Nothing is timed here. */
class ArenaIT {

    @Test
    void aClientSeesTheWholeRoomMoving(@TempDir Path temporary) throws Exception {
        String seen = visit(temporary, Map.of("ARENA_MONSTERS", "60"));
        assertThat(number(seen, "monsters")).isEqualTo(60);
        assertThat(number(seen, "players")).isEqualTo(1);
        assertThat(number(seen, "pong")).isEqualTo(42.5);
        assertThat(number(seen, "moved")).isPositive();
        assertThat(number(seen, "way")).isPositive();
    }

    @Test
    void aClientWithAViewSeesAPartOfIt(@TempDir Path temporary) throws Exception {
        Map<String, String> large = Map.of("ARENA_MONSTERS", "2000", "ARENA_SIZE", "1000", "ARENA_VIEW_RADIUS", "120");
        String seen = visit(temporary, large);
        assertThat(number(seen, "monsters")).isBetween(5.0, 400.0);
        assertThat(number(seen, "players")).isEqualTo(1);
        assertThat(number(seen, "moved")).isPositive();
    }

    private static String visit(Path temporary, Map<String, String> rules) throws Exception {
        Path script = Path.of("arena").toAbsolutePath();
        try (RunningServer server = RunningServer.run(List.of(script.toString()), temporary.resolve("data"), rules)) {
            server.await("arena ready", Duration.ofSeconds(60));
            Path output = temporary.resolve("seen.json");
            Process client = new ProcessBuilder("node", "verify.mjs", "http://127.0.0.1:" + server.port(), "2")
                    .directory(Path.of("src/test/node").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = client.waitFor(120, TimeUnit.SECONDS);
            client.destroyForcibly();
            String seen = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended)
                    .as("the client ended; it said\n%s\nthe server said\n%s", seen, server.output())
                    .isTrue();
            return seen;
        }
    }

    private static double number(String json, String field) {
        Matcher found = Pattern.compile("\"" + field + "\":(-?[0-9.e+-]+)").matcher(json);
        assertThat(found.find()).as("'%s' in %s", field, json).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
