package org.hotrealm.itests.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is started with settings that are wrong. */
@Timeout(600)
class SettingsAtStartIT {

    private static final Duration UP = Duration.ofMinutes(3);
    private static final String FILE = "org.hotrealm.net.transport.json";
    private static final String NO_CERTIFICATE =
            "{\n  \"tls.certificate\": \"/nowhere/a.pem\",\n  \"tls.key\": \"/nowhere/b.pem\"\n}";

    @TempDir
    Path config;

    @TempDir
    Path data;

    @BeforeEach
    void settings() throws IOException {
        Path delivered = Distribution.folder().resolve("config");
        try (Stream<Path> all = Files.walk(delivered)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(delivered.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
    }

    private RunningServer start() {
        return RunningServer.start(Distribution.folder(), data, Map.of("HOTREALM_CONFIG", config.toString()));
    }

    @Test
    void aFileWithAMistakeKeepsAServerFromStartingWithWhatNobodyAskedFor() throws Exception {
        Files.writeString(config.resolve(FILE), "{\n  \"message.max.byte\": 2048\n}");
        try (RunningServer server = start()) {
            assertThat(server.exitCode(UP)).isEqualTo(1);
            assertThat(server.output()).contains(FILE + " line 2", "did you mean 'message.max.bytes'?");
        }
    }

    @Test
    void settingsThatAComponentDoesNotStartWithAreNamedWithFileLineAndValue() throws Exception {
        Files.writeString(config.resolve(FILE), NO_CERTIFICATE);
        try (RunningServer server = start()) {
            assertThat(server.exitCode(UP)).isEqualTo(1);
            assertThat(server.output()).contains(FILE + " line 2", "tls.certificate = \"/nowhere/a.pem\"");
        }
    }

    @Test
    void whatWorkedLastIsInForceUntilTheFileIsCorrected() throws Exception {
        Files.writeString(config.resolve(FILE), NO_CERTIFICATE);
        Path worked = data.resolve("config/last-good").resolve(FILE);
        Files.createDirectories(worked.getParent());
        Files.writeString(worked, "{\"message.max.bytes\": 2048}");
        try (RunningServer server = start().awaitUp(UP);
                Operator operator = new Operator(server)) {
            assertThat(server.await("CONFIG", UP)).contains("/nowhere/a.pem", worked.toString());
            assertThat(operator.command("realm:config", "net.transport"))
                    .containsPattern("message.max.bytes += 2048")
                    .contains("refused: ");
            assertThat(operator.get("/health")).contains("/nowhere/a.pem");
        }
    }
}
