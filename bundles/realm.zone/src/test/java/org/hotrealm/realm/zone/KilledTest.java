package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hotrealm.progress.jdbc.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm is killed by SIGKILL thirty times, each time the instant that it told something: after the restart it is there. */
final class KilledTest {

    private static final int KILLS = 30;

    @TempDir
    Path folder;

    @Test
    void whatAClientWasToldIsThereAfterTheProcessWasKilledTheNextInstant() throws Exception {
        Random random = new Random(4);
        long[] told = new long[3];
        for (int kill = 1; kill <= KILLS; kill++) {
            long[] before = told;
            told = killAfter(2 + random.nextInt(60), before);
            assertThat(told[1]).as("gold before kill %d: it earned", kill).isGreaterThan(before[1]);
        }
        killAfter(1, told);
        assertThat(Stores.gold(folder)).as("gold in the database").isGreaterThanOrEqualTo(told[1]);
    }

    /** Runs the realm, kills it with the so-manieth line, and answers with the last thing it told: xp, gold, daggers. */
    private long[] killAfter(int lines, long[] before) throws IOException, InterruptedException {
        Process realm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long[] told = new long[3];
        int heard = 0;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(realm.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.startsWith("told ") || !line.endsWith(";")) {
                    continue;
                }
                told = Arrays.stream(line.substring(5, line.length() - 1).split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray();
                if (heard == 0) {
                    for (int i = 0; i < told.length; i++) {
                        assertThat(told[i]).as("value %d after the restart", i).isGreaterThanOrEqualTo(before[i]);
                    }
                }
                if (++heard == lines) {
                    // Not Process.destroyForcibly, which would also close what it told meanwhile.
                    realm.toHandle().destroyForcibly();
                }
            }
        } finally {
            realm.destroyForcibly();
        }
        assertThat(realm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(realm.exitValue()).as("killed, not ended").isEqualTo(137);
        return told;
    }
}
