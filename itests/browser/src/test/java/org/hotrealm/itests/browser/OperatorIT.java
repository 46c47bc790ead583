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

/** An operator with a token looks at the status page while somebody plays; what was seen is kept under target/screenshots. */
@Timeout(300)
class OperatorIT {

    private static final String TOKEN = "a token for this story";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException, InterruptedException {
        Path home = Distribution.unpack(folder.resolve("server"));
        try (Stand server = new Stand(home, folder.resolve("data"), Map.of("OPERATOR_TOKEN", TOKEN))) {
            List<Story> stories = Stories.operate(server.url(), server.operatorUrl(), TOKEN, server);
            assertThat(stories)
                    .as("stories told; the server printed %s", server.output())
                    .hasSize(8);
            return stories.stream()
                    .map(story -> DynamicTest.dynamicTest(
                            story.name(),
                            () -> assertThat(story.error())
                                    .as("what went wrong in the browser")
                                    .isEmpty()));
        }
    }
}
