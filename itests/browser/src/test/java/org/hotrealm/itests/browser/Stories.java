package org.hotrealm.itests.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the script that steers the browsers. */
final class Stories {

    private static final long LIMIT_SECONDS = 600;

    private Stories() {}

    /** What stories ask for that no player can do. */
    @FunctionalInterface
    interface Stagehand {

        /** Does it, and returns when it is done. */
        void on(String wish) throws IOException, InterruptedException;
    }

    /** Plays all stories on a running server and tells how they went. */
    static List<Story> play(String url, Path home, Stagehand hand) throws IOException, InterruptedException {
        return tell(
                "stories.mjs",
                url,
                hand,
                upgrade(home).toString(),
                home.resolve("deploy").toString());
    }

    /** Has an operator look at the status page of a running server and tells how that went. */
    static List<Story> operate(String url, String operatorUrl, String token, Stagehand hand)
            throws IOException, InterruptedException {
        return tell("operator.mjs", url, hand, operatorUrl, token);
    }

    private static List<Story> tell(String script, String url, Stagehand hand, String... more)
            throws IOException, InterruptedException {
        Path module = Path.of("").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                "node",
                script,
                url,
                chromium(),
                module.resolve("target/screenshots").toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(module.resolve("src/test/browser").toFile());
        Process node = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Thread clock = Thread.ofVirtual().start(() -> endInTime(node));
        List<Story> stories = read(node, hand);
        clock.interrupt();
        return stories;
    }

    private static List<Story> read(Process node, Stagehand hand) throws IOException, InterruptedException {
        List<Story> stories = new ArrayList<>();
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
                Writer answers = new OutputStreamWriter(node.getOutputStream(), StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("{")) {
                    continue;
                }
                String wish = Story.wish(line);
                if (wish.isEmpty()) {
                    stories.add(Story.of(line));
                } else {
                    hand.on(wish);
                    answers.write("done\n");
                    answers.flush();
                }
            }
        }
        return stories;
    }

    private static void endInTime(Process node) {
        try {
            if (!node.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                node.descendants().forEach(ProcessHandle::destroyForcibly);
                node.destroyForcibly();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path upgrade(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("upgrades"))) {
            return files.filter(file -> file.getFileName().toString().contains("monster.ai"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no upgrade of monster.ai in " + home));
        }
    }

    private static String chromium() {
        String named = System.getenv("CHROMIUM");
        Stream<String> places = Stream.of(
                "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");
        return Stream.concat(Stream.ofNullable(named), places)
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("These stories need Chromium: install it "
                        + "(on Debian: apt-get install chromium) or name its program in the variable CHROMIUM."));
    }
}
