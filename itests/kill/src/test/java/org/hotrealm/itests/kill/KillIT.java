package org.hotrealm.itests.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The assembled server is killed by SIGKILL the instant that a bot was told of something; after the restart, every bot still
 * has at least what it was told. How often is {@code -Dhotrealm.kills}; thirty times, with a realm instead of the whole server, is
 * a unit test of realm.zone.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("hotrealm.kills", 8);
    private static final Duration UP = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BOTS = 4;

    @TempDir
    Path folder;

    @Test
    void whatABotWasToldIsThereHoweverOftenTheServerIsKilled() throws Exception {
        Path config = config();
        Path told = folder.resolve("told.json");
        Random random = new Random(20261123);
        List<String> runs = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            try (RunningServer server = RunningServer.start(
                    Distribution.folder(), folder.resolve("data"), Map.of("HOTREALM_CONFIG", config.toString()))) {
                server.awaitUp(UP);
                runs.add(run(server, told, 1 + random.nextInt(6), kill == KILLS));
            }
        }
        System.out.println(String.join("\n", runs));
        assertThat(runs).hasSize(KILLS);
    }

    /** Bots look what they have, earn, and the server is killed with the so-manieth thing that one was told. */
    private String run(RunningServer server, Path told, int after, boolean last)
            throws IOException, InterruptedException {
        Process bots = new ProcessBuilder("node", "bots.mjs", "ws://127.0.0.1:" + server.port(), told.toString())
                .directory(Path.of("src/test/node").toFile())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>();
        int kept = 0;
        int heard = 0;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(bots.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                kept += line.startsWith("kept") ? 1 : 0;
                heard += kept == BOTS && line.startsWith("told") ? 1 : 0;
                if (heard == after) {
                    heard++;
                    server.close();
                }
                if (line.startsWith("LOST")) {
                    break;
                }
            }
        } finally {
            if (!bots.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                bots.destroyForcibly();
            }
        }
        assertThat(lines).as(server.output()).noneMatch(line -> line.startsWith("LOST"));
        assertThat(lines).filteredOn(line -> line.startsWith("kept")).hasSize(BOTS);
        assertThat(lines).last().asString().startsWith("over");
        return lines.getLast();
    }

    /** The distribution's configuration with a field full of weak goblins. */
    private Path config() throws IOException, InterruptedException {
        Path config = Distribution.config(folder.resolve("config"));
        Process arena = new ProcessBuilder(
                        "node", "arena.mjs", config.resolve("content").toString())
                .directory(Path.of("src/test/node").toFile())
                .inheritIO()
                .start();
        assertThat(arena.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(arena.exitValue()).isZero();
        return config;
    }
}
