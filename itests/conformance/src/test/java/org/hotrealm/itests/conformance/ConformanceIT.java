package org.hotrealm.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceIT {

    private static final int CHECKS = 32;

    @Test
    void unmodifiedSdkFindsEverythingInARoomThatAThirdPartyWrote(@TempDir Path temporary) throws Exception {
        try (RunningServer server = start(temporary).awaitUp(Duration.ofSeconds(60))) {
            Path output = temporary.resolve("conformance.txt");
            Process script = new ProcessBuilder("node", "conformance.mjs", "ws://127.0.0.1:" + server.port())
                    .directory(Path.of("src/test/node").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = script.waitFor(90, TimeUnit.SECONDS);
            script.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended)
                    .as("the script ended; it said\n%s\nthe server said\n%s", said, server.output())
                    .isTrue();
            assertThat(said).contains(CHECKS + "/" + CHECKS + " checks passed");
        }
    }

    /** The server as it is delivered, with one more feature: the bundle of this folder. */
    private static RunningServer start(Path temporary) throws Exception {
        Path bundle = Path.of(System.getProperty("hotrealm.story"));
        Path bundles = Files.createDirectories(temporary.resolve("plugin/bundles"));
        Files.copy(bundle, bundles.resolve(bundle.getFileName()));
        String id = bundle.getFileName().toString().replaceFirst("-(\\d.*)\\.jar$", ":$1");
        Path feature =
                Files.createDirectories(temporary.resolve("plugin/features")).resolve("my.feature.json");
        Files.writeString(
                feature,
                "{\"id\": \"plugin:my:1\", \"bundles\": [{\"id\": \"plugin:%s\", \"start-order\": 40}]}".formatted(id));
        return RunningServer.start(
                Distribution.folder(), temporary.resolve("data"), Map.of(), "--feature", feature.toString());
    }
}
