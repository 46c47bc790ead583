package org.hotrealm.itests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server process of its own, on free ports, with its output kept. Any thread. Closing kills it if it still runs. */
public final class RunningServer implements AutoCloseable {

    /** Part of the line that tells that players can connect. */
    public static final String UP = "is up after";

    private final Process process;
    private final int port;
    private final int operatorPort;
    private final List<String> output = new ArrayList<>();
    private final Thread reader;

    private RunningServer(Process process, int port, int operatorPort) {
        this.process = process;
        this.port = port;
        this.operatorPort = operatorPort;
        this.reader = Thread.ofVirtual().name("output").start(this::keepOutput);
    }

    /**
     * Starts {@code bin/hotrealm} without waiting for it.
     *
     * @param home the server's folder
     * @param data a folder of its own to write to
     * @param environment more variables; {@code PORT} and {@code OPERATOR_PORT} are free ports unless given
     * @param arguments of the script, such as {@code --feature FILE}
     */
    public static RunningServer start(Path home, Path data, Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/hotrealm").toString()));
        command.addAll(List.of(arguments));
        return run(command, data, environment);
    }

    /** Starts a server by another script, which hands its environment on to {@code bin/hotrealm}; as {@link #start}. */
    public static RunningServer run(List<String> command, Path data, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> env = builder.environment();
        env.keySet().removeIf(name -> name.startsWith("HOTREALM_") && !name.equals("HOTREALM_JAVA_HOME"));
        env.remove("REDIS_URL");
        env.put("PORT", Integer.toString(Distribution.freePort()));
        env.put("OPERATOR_PORT", Integer.toString(Distribution.freePort()));
        env.put("HOTREALM_DATA", data.toString());
        // A machine that does much else is no fault of the server.
        env.put("HOTREALM_START_TIMEOUT", "180");
        env.putAll(environment);
        try {
            return new RunningServer(
                    builder.start(),
                    Integer.parseInt(env.getOrDefault("PORT", "0")),
                    Integer.parseInt(env.getOrDefault("OPERATOR_PORT", "0")));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot start " + command, failed);
        }
    }

    /** The players' port. */
    public int port() {
        return port;
    }

    /** The operator's port. */
    public int operatorPort() {
        return operatorPort;
    }

    /** The process's number. */
    public long pid() {
        return process.pid();
    }

    /** Waits until the server serves players, or fails with what it printed. */
    public RunningServer awaitUp(Duration limit) {
        await(UP, limit);
        return this;
    }

    /** Waits until a line with this text was printed; fails with all output when the process ends before or time is up. */
    public String await(String text, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (output) {
            while (true) {
                for (String line : output) {
                    if (line.contains(text)) {
                        return line;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || !process.isAlive()) {
                    throw new AssertionError("'" + text + "' was not printed"
                            + (process.isAlive() ? " within " + limit : "; the server ended") + ":\n" + output());
                }
                waitForOutput(Math.min(left, 200));
            }
        }
    }

    private void waitForOutput(long millis) {
        try {
            output.wait(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the server", interrupted);
        }
    }

    /** Everything printed so far. */
    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** Asks the process to end, as a service manager does, and returns its exit code. */
    public int terminate(Duration limit) throws InterruptedException {
        // Not Process.destroy, which would also close the output that is still to come.
        process.toHandle().destroy();
        return exitCode(limit);
    }

    /** Whether it has not ended yet. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Kills the process as if by SIGKILL, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for the end of the process; fails with its output when it does not end. */
    public int exitCode(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The server did not end within " + limit + ":\n" + output());
        }
        reader.join(limit);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void keepOutput() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (output) {
                    output.add(line);
                    output.notifyAll();
                }
            }
        } catch (IOException closed) {
            synchronized (output) {
                output.add("(output closed: " + closed.getMessage() + ")");
                output.notifyAll();
            }
        }
    }
}
