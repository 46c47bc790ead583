package org.hotrealm.itests.attacks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.PluginFeature;
import org.hotrealm.itests.harness.RunningServer;

/** The server as it is delivered, with the room of this folder, and what it tells of itself. */
final class FieldServer implements AutoCloseable {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final RunningServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    private FieldServer(RunningServer server) {
        this.server = server;
    }

    /** Starts it with this configuration of the players' port, in JSON. */
    static FieldServer start(Path temporary, String transport) throws IOException, InterruptedException {
        Path feature = PluginFeature.write(temporary, "field");
        Path home = Distribution.unpack(temporary.resolve("server"));
        Files.writeString(home.resolve("config/org.hotrealm.net.transport.json"), transport);
        RunningServer running =
                RunningServer.start(home, temporary.resolve("data"), Map.of(), "--feature", feature.toString());
        return new FieldServer(running.awaitUp(Duration.ofSeconds(90)));
    }

    int port() {
        return server.port();
    }

    String operator() {
        return "http://127.0.0.1:" + server.operatorPort();
    }

    String output() {
        return server.output();
    }

    /** The sum of a metric over its labels. */
    double metric(String name) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(operator() + "/metrics")).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What lives in the heap after a full collection. */
    long heap() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        Matcher total = TOTAL.matcher(said);
        if (!total.find()) {
            throw new IllegalStateException(said);
        }
        return Long.parseLong(total.group(1));
    }

    void until(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not so within 90 s: " + what + "; the server said\n" + output());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public void close() {
        server.close();
        http.shutdownNow();
    }
}
