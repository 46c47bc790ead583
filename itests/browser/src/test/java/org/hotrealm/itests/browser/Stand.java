package org.hotrealm.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;

/** A server that stories may stop and start again, on the same ports and data. */
final class Stand implements Stories.Stagehand, AutoCloseable {

    private static final Duration UP = Duration.ofSeconds(90);
    private static final Duration DOWN = Duration.ofSeconds(30);

    private final Path home;
    private final Path data;
    private final Map<String, String> environment;
    private RunningServer running;

    Stand(Path home, Path data, Map<String, String> more) {
        this.home = home;
        this.data = data;
        this.environment = new HashMap<>(more);
        environment.put("PORT", Integer.toString(Distribution.freePort()));
        environment.put("OPERATOR_PORT", Integer.toString(Distribution.freePort()));
        this.running = start();
    }

    private RunningServer start() {
        return RunningServer.start(home, data, environment).awaitUp(UP);
    }

    String url() {
        return "http://localhost:" + running.port();
    }

    String operatorUrl() {
        return "http://localhost:" + running.operatorPort();
    }

    String output() {
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
