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

/** People in browsers play on the assembled server; what they saw is kept under target/screenshots. */
@Timeout(720)
class BrowserIT {

    private static final Duration UP = Duration.ofSeconds(90);
    private static final Duration DOWN = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException, InterruptedException {
        Path home = Distribution.unpack(folder.resolve("server"));
        SureLoot.write(home);
        try (Server server = new Server(home, folder.resolve("data"))) {
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

    /** A server that stories may stop and start again, on the same port and data. */
    private static final class Server implements Stories.Stagehand, AutoCloseable {

        private final Path home;
        private final Path data;
        private final Map<String, String> environment = Map.of("PORT", Integer.toString(Distribution.freePort()));
        private RunningServer running;

        private Server(Path home, Path data) {
            this.home = home;
            this.data = data;
            this.running = start();
        }

        private RunningServer start() {
            return RunningServer.start(home, data, environment).awaitUp(UP);
        }

        private String url() {
            return "http://localhost:" + running.port();
        }

        private String output() {
            return running.output();
        }

        @Override
        public void on(String wish) throws InterruptedException {
            switch (wish) {
                case "stop" -> assertThat(running.terminate(DOWN)).isZero();
                case "start" -> running = start();
                default -> throw new IllegalArgumentException("stories ask for 'stop' or 'start', not for " + wish);
            }
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
