package org.hotrealm.itests.swap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.InFramework;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HotSwapIT {

    @TestFactory
    Stream<DynamicTest> insideTheFramework() throws IOException, InterruptedException {
        String players = Path.of("src/test/node/players.mjs").toAbsolutePath().toString();
        return InFramework.run(Duration.ofSeconds(180), Map.of("SWAP_PLAYERS", players));
    }
}
