package org.hotrealm.itests.cluster;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A player with the unmodified SDK, in a process of its own. One thread. */
final class Player implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMillis(1_500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Process process;
    private final BufferedWriter commands;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final String room;
    private final String session;

    /** Joins a realm through this node. */
    Player(String url, String name) throws Exception {
        process = new ProcessBuilder("node", "player.mjs", url, name)
                .directory(Path.of("src/test/node").toFile())
                .redirectErrorStream(true)
                .start();
        commands = process.outputWriter();
        Thread.ofVirtual().start(this::read);
        JsonNode joined = await("joined");
        room = joined.path("room").asString();
        session = joined.path("session").asString();
    }

    private void read() {
        try (BufferedReader from = process.inputReader()) {
            from.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException ended) {
            lines.add("{\"event\":\"ended\"}");
        }
    }

    String room() {
        return room;
    }

    String session() {
        return session;
    }

    /** The next of this event; what comes before it is only noted. */
    JsonNode await(String event) throws Exception {
        JsonNode found = find(event, PATIENCE);
        if (found == null) {
            throw new AssertionError("no '%s' within %s; the player said %s".formatted(event, PATIENCE, seen));
        }
        return found;
    }

    private @Nullable JsonNode find(String event, Duration within) throws Exception {
        long deadline = System.nanoTime() + within.toNanos();
        for (String line = next(deadline); line != null; line = next(deadline)) {
            seen.add(line);
            if (line.startsWith("{")
                    && json.readTree(line).path("event").asString().equals(event)) {
                return json.readTree(line);
            }
        }
        return null;
    }

    private @Nullable String next(long deadline) throws InterruptedException {
        return lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** Room, session, patches so far, and how many sockets it has had. */
    JsonNode where() throws Exception {
        tell("where");
        return await("where");
    }

    /** The same, once a patch has come since then: what is said may be heard before the next one. Not for ever. */
    JsonNode whereAfter(JsonNode before) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = where();
        while (now.path("patches").asInt() <= before.path("patches").asInt() && System.nanoTime() - deadline < 0) {
            Thread.sleep(50);
            now = where();
        }
        return now;
    }

    void tell(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
    }

    /** Says something, and hears it in its room; again where it was too talkative for the room. */
    void speaksAndIsHeard(String text) throws Exception {
        for (int times = 0; times < 20; times++) {
            tell("say " + text);
            for (JsonNode heard = find("heard", AGAIN); heard != null; heard = find("heard", AGAIN)) {
                if (heard.path("text").asString().equals(text)) {
                    return;
                }
            }
        }
        throw new AssertionError("'%s' was not heard; the player said %s".formatted(text, seen));
    }

    /** Everything it has told so far. */
    List<String> seen() {
        seen.addAll(lines);
        return seen;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
