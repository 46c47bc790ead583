package org.hotrealm.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.Distribution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** People in browsers play on the assembled server; what they saw is kept under target/screenshots. */
@Timeout(720)
class BrowserIT {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException, InterruptedException {
        Path home = Distribution.unpack(folder.resolve("server"));
        SureLoot.write(home);
        try (Stand server = new Stand(home, folder.resolve("data"), Map.of())) {
            List<Story> stories = Stories.play(server.url(), home, server);
            assertThat(stories)
                    .as("stories told; the server printed %s", server.output())
                    .hasSizeGreaterThan(13);
            return stories.stream().map(story -> DynamicTest.dynamicTest(story.name(), () -> told(story)));
        }
    }

    private static void told(Story story) {
        assertThat(story.error()).as("what went wrong in the browsers").isEmpty();
    }
}
