package org.hotrealm.itests.swap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Players with the unmodified SDK, in a process of their own that tells what befalls them, a line each. */
final class Players implements AutoCloseable {

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Process process;

    Players(Path script, int port) throws IOException {
        process = new ProcessBuilder("node", script.toString(), "http://127.0.0.1:" + port)
                .redirectErrorStream(true)
                .start();
        Thread.ofVirtual().start(this::read);
    }

    /** Waits for a line that begins so, and gives what follows. */
    String await(String beginning, int seconds) throws InterruptedException {
        StringBuilder passed = new StringBuilder();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < deadline) {
            @Nullable String line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line == null) {
                continue;
            }
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
            passed.append(line).append('\n');
        }
        throw new AssertionError("the players did not say '" + beginning + "' but:\n" + passed);
    }

    /** Tells them something, a line. */
    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Asks them to end and to say how it went. */
    String summary() throws IOException, InterruptedException {
        tell("");
        return await("summary", 20);
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
