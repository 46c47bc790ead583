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
        Map<String, String> scripts = Map.of(
                "SWAP_PLAYERS", script("../bots/src/test/node/fighters.mjs"),
                "SWAP_MAGE", script("src/test/node/mage.mjs"));
        return InFramework.run(Duration.ofSeconds(240), scripts);
    }

    private static String script(String name) {
        return Path.of(name).toAbsolutePath().toString();
    }
}
