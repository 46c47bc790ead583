package org.hotrealm.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotrealm.itests.harness.RunningServer;

/** Runs a script of this folder against a server. */
final class NodeScript {

    private static final int LIMIT_SECONDS = 240;

    private NodeScript() {}

    /** What the script said, once it has ended well. Its first argument is the server's address. */
    static String run(RunningServer server, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script, "ws://127.0.0.1:" + server.port()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("hotrealm-script", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("src/test/node").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended)
                    .as("%s ended; it said\n%s\nthe server said\n%s", command, said, server.output())
                    .isTrue();
            assertThat(process.exitValue())
                    .as("%s said\n%s\nthe server said\n%s", command, said, server.output())
                    .isZero();
            return said;
        } finally {
            Files.delete(output);
        }
    }
}
