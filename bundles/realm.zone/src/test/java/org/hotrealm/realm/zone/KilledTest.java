package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hotrealm.progress.jdbc.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm is killed by SIGKILL thirty times, each time the instant that it told something: it is in the database. */
final class KilledTest {

    private static final int KILLS = 30;

    @TempDir
    Path folder;

    @Test
    void whatAClientWasToldIsInTheDatabaseWhenTheProcessIsKilledTheNextInstant() throws Exception {
        Random random = new Random(4);
        long[] before = new long[3];
        for (int kill = 1; kill <= KILLS; kill++) {
            long[] told = killAfter(2 + random.nextInt(60), before);
            assertThat(told[1]).as("kill %d: it earned".formatted(kill)).isGreaterThan(before[1]);
            before = stored();
            assertThat(before[0]).as("experience after kill %d", kill).isGreaterThanOrEqualTo(told[0]);
            assertThat(before[1]).as("gold after kill %d", kill).isGreaterThanOrEqualTo(told[1]);
            assertThat(before[2]).as("daggers after kill %d", kill).isGreaterThanOrEqualTo(told[2]);
        }
    }

    /** Runs the realm, kills it with the so-manieth line, and answers with the last thing it told. */
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
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(realm.getInputStream(), StandardCharsets.UTF_8))) {
            int heard = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.startsWith("told ")) {
                    continue;
                }
                told = Arrays.stream(line.substring(5).split(" ")).mapToLong(Long::parseLong).toArray();
                if (heard++ == 0) {
                    assertThat(told).as("what a client is told on its return").isEqualTo(before);
                }
                if (heard == lines) {
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

    private long[] stored() throws Exception {
        try (Connection database = DriverManager.getConnection(Stores.url(folder), "hotrealm", "");
                ResultSet row = database.createStatement()
                        .executeQuery("SELECT xp, gold, document FROM player_character")) {
            assertThat(row.next()).isTrue();
            long daggers = 0;
            java.util.regex.Matcher stack =
                    java.util.regex.Pattern.compile("\\[\\d+,\"dagger\",(\\d+)").matcher(row.getString(3));
            while (stack.find()) {
                daggers += Long.parseLong(stack.group(1));
            }
            return new long[] {row.getLong(1), row.getLong(2), daggers};
        }
    }
}
