package org.hotrealm.itests.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twenty bots with the unmodified SDK play the shipped game until each has fought, and some have looted, died and returned. */
@Timeout(420)
class BotsIT {

    private static final int BOTS = 20;
    private static final int MOST_SECONDS = 240;

    @TempDir
    Path temp;

    @Test
    void botsFightLootDieAndComeBackAndNoSocketCloses() throws Exception {
        try (RunningServer server = RunningServer.start(Distribution.folder(), temp.resolve("data"), Map.of())
                .awaitUp(Duration.ofMinutes(1))) {
            Path output = temp.resolve("output");
            Process play = new ProcessBuilder(
                            "node",
                            "play.mjs",
                            "ws://127.0.0.1:" + server.port(),
                            String.valueOf(BOTS),
                            String.valueOf(MOST_SECONDS),
                            "--until-done")
                    .directory(Path.of("src/test/node").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(play.waitFor(MOST_SECONDS + 90, TimeUnit.SECONDS))
                        .as("bots ended")
                        .isTrue();
            } finally {
                play.destroyForcibly();
            }
            String said = Files.readString(output);
            assertThat(play.exitValue()).as(said).isZero();
            assertThat(number(said, "fought")).as("bots that fought; %s", said).isEqualTo(BOTS);
            assertThat(number(said, "picked")).as("drops picked up; %s", said).isPositive();
            assertThat(number(said, "deaths")).as("deaths; %s", said).isPositive();
            assertThat(number(said, "foughtAgain"))
                    .as("fights after a return; %s", said)
                    .isPositive();
            assertThat(number(said, "closed") + number(said, "drops"))
                    .as("sockets that closed; %s", said)
                    .isZero();
        }
    }

    private static int number(String said, String key) {
        String summary = said.lines()
                .filter(line -> line.startsWith("summary "))
                .findFirst()
                .orElse("");
        Matcher found = Pattern.compile("\"" + key + "\":(\\d+)").matcher(summary);
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }
}
