package org.hotrealm.itests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs the tests of a story's bundle inside the assembled server and gives their results as dynamic tests, so that the
 * build counts them like any others. The server runs in a process of its own; one that hangs is killed and fails.
 */
public final class InFramework {

    private static final String TESTER = "biz.aQute.tester";
    private static final int AFTER_ALL = 90;
    private static final int BEFORE_TESTER = 50;

    private InFramework() {}

    /** Runs the story's bundle within the time given. */
    public static Stream<DynamicTest> run(Duration limit) throws IOException, InterruptedException {
        return run(limit, Map.of());
    }

    /** Runs the story's bundle within the time given, with more environment variables for the server. */
    public static Stream<DynamicTest> run(Duration limit, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path itest = path("hotrealm.itest");
        Path story = path("hotrealm.story");
        Path feature = writeFeature(itest, story);
        Path data = Files.createTempDirectory(itest, "data");
        Path reports = data.resolve("reports");
        Map<String, String> env = new HashMap<>(environment);
        env.put("JDK_JAVA_OPTIONS", "-Dtester.separatethread=true \"-Dtester.dir=" + reports + "\"");
        try (RunningServer server =
                RunningServer.start(Distribution.folder(), data, env, "--feature", feature.toString())) {
            server.exitCode(limit);
            return JUnitReports.replay(reports, server.output());
        }
    }

    /** The launcher finds a feature's bundles in the folder {@code bundles} beside the feature's folder. */
    private static Path writeFeature(Path itest, Path story) throws IOException {
        Path bundles = itest.resolve("bundles");
        Files.copy(story, bundles.resolve(story.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        List<String> entries = new ArrayList<>();
        try (Stream<Path> jars = Files.list(bundles)) {
            for (Path jar : jars.sorted().toList()) {
                String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
                int version = name.lastIndexOf("-");
                entries.add("{\"id\": \"itest:" + name.substring(0, version) + ":" + name.substring(version + 1)
                        + "\", \"start-order\": " + (name.startsWith(TESTER) ? AFTER_ALL : BEFORE_TESTER) + "}");
            }
        }
        Path features = Files.createDirectories(itest.resolve("features"));
        return Files.writeString(
                features.resolve("itest.feature.json"),
                "{\"id\": \"itest:itest:1\", \"bundles\": [\n" + String.join(",\n", entries) + "]}\n");
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("The build did not set " + property + "; run this story with Maven.");
        }
        return Path.of(value);
    }
}
