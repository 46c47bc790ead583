package org.hotrealm.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceIT {

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        server = ServerWithPlugin.start(temporary).awaitUp(Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "SDK 0.{0}: {1} checks")
    @CsvSource({"18, 32", "17, 29", "16, 24"})
    void unmodifiedSdkFindsEverythingInARoomThatAThirdPartyWrote(String generation, int checks) throws Exception {
        String said = NodeScript.run(server, "conformance.mjs", generation);
        assertThat(said).contains(checks + "/" + checks + " checks passed");
    }
}
