package org.hotrealm.itests.promise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bots with the unmodified SDK that play in a process of their own and tell how the server treats them. One thread. */
final class Bots implements AutoCloseable {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Process process;
    private final BufferedReader output;

    /** Lets so many join, and waits until all play; with more options of the script. */
    Bots(int port, int count, String... options) {
        List<String> command = new ArrayList<>(List.of("node", "players.mjs", "ws://127.0.0.1:" + port));
        command.add(String.valueOf(count));
        command.addAll(List.of(options));
        try {
            process = new ProcessBuilder(command)
                    .directory(Path.of("src/test/node").toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Node cannot be started", e);
        }
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (answer().path("joined").asInt() != count) {
            throw new AssertionError("not all bots joined");
        }
    }

    /** Remembers what monsters have in mind, and begins to measure. */
    void remember() {
        ask("remember");
    }

    /** What befell them since they remembered; waits until whatever they sent before is answered. */
    Fate look() {
        return json.treeToValue(ask("look"), Fate.class);
    }

    private JsonNode ask(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the bots have ended", e);
        }
        return answer();
    }

    private JsonNode answer() {
        try {
            String line = output.readLine();
            if (line == null || !line.startsWith("{")) {
                String rest = line == null
                        ? "nothing"
                        : line + "\n" + String.join("\n", output.lines().toList());
                throw new AssertionError("the bots ended and said: " + rest);
            }
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("the bots cannot be heard", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
