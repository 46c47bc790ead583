package org.hotrealm.itests.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A script in Node that plays against a server: it is told things and tells what befalls it, a line each. Closing kills it. */
public final class Script implements AutoCloseable {

    private static final int SECONDS = 180;

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Process process;

    /** Runs a script, whatever folder the story runs in, with these arguments. */
    public Script(Path script, String... arguments) throws IOException {
        this(Map.of(), Path.of("."), script.toAbsolutePath().toString(), arguments);
    }

    /** Runs a script of the story's {@code src/test/node} with these variables beside what the test has, and these arguments. */
    public Script(Map<String, String> environment, String name, String... arguments) throws IOException {
        this(environment, Path.of("src/test/node"), name, arguments);
    }

    private Script(Map<String, String> environment, Path folder, String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", name));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        Thread.ofVirtual().start(this::read);
    }

    /** Waits for a line that begins so for as long as a busy machine may take, and gives what follows. */
    public String await(String beginning) throws InterruptedException {
        return await(beginning, SECONDS);
    }

    /** Waits for a line that begins so, and gives what follows. */
    public String await(String beginning, int seconds) throws InterruptedException {
        List<String> passed = new ArrayList<>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < deadline) {
            String line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line != null && line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
            if (line != null) {
                passed.add(line);
            } else if (!process.isAlive()) {
                break;
            }
        }
        throw new AssertionError(
                "the script did not say '%s' but:\n%s".formatted(beginning, String.join("\n", passed)));
    }

    /** Tells it something, a line. */
    public void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("output ended: " + e.getMessage());
        }
    }
}
