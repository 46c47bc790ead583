package org.hotrealm.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two people in two browsers play on the assembled server; what they saw is kept under target/screenshots. */
@Timeout(420)
class BrowserIT {

    private static final Duration UP = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException, InterruptedException {
        Path home = Distribution.unpack(folder.resolve("server"));
        try (RunningServer server =
                RunningServer.start(home, folder.resolve("data"), Map.of()).awaitUp(UP)) {
            List<Story> stories = Stories.play("http://localhost:" + server.port(), home);
            assertThat(stories)
                    .as("stories told; the server printed %s", server.output())
                    .hasSizeGreaterThan(7);
            return stories.stream().map(story -> DynamicTest.dynamicTest(story.name(), () -> told(story)));
        }
    }

    private static void told(Story story) {
        assertThat(story.error()).as("what went wrong in the browsers").isEmpty();
    }
}
