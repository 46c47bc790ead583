package org.hotrealm.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus' own checker. */
final class Promtool {

    private static final File NOTHING = new File("/dev/null");

    private Promtool() {}

    /** What it says and its exit code, where it is not 0. */
    static String run(File input, String... arguments) throws InterruptedException, IOException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst("promtool");
        Process process = start(command, input);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 ? output : output + "\nexit code " + process.exitValue();
    }

    /** Fails with what it says, unless it is content. */
    static void accepts(String... arguments) throws InterruptedException, IOException {
        assertThat(run(NOTHING, arguments))
                .as("promtool %s", String.join(" ", arguments))
                .doesNotContain("exit code", "FAILED");
    }

    private static Process start(List<String> command, File input) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(input)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("promtool was not found. Install it: apt-get install prometheus", e);
        }
    }
}
