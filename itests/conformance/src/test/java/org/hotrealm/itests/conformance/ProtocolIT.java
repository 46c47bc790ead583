package org.hotrealm.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolIT {

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        server = ServerWithPlugin.start(temporary).awaitUp(Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inputs.mjs", "endings.mjs", "http.mjs"})
    void unmodifiedSdkFinds(String script) throws Exception {
        assertThat(NodeScript.run(server, script)).doesNotContain("FAIL").contains("checks passed");
    }

    @Test
    void aServerThatShutsDownTellsItsClientsSo(@TempDir Path temporary) throws Exception {
        try (RunningServer own = ServerWithPlugin.start(temporary).awaitUp(Duration.ofSeconds(60))) {
            Process client = new ProcessBuilder("node", "shutdown.mjs", "ws://127.0.0.1:" + own.port())
                    .directory(Path.of("src/test/node").toFile())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(said.readLine()).isEqualTo("ready");
                assertThat(own.terminate(Duration.ofSeconds(30))).isZero();
                assertThat(said.readLine()).isEqualTo("left with 4001");
            } finally {
                client.destroyForcibly();
            }
        }
    }
}
