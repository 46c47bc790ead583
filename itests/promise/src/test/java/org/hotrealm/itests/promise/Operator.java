package org.hotrealm.itests.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's port of a running server, as an operator's scripts use it. */
final class Operator {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern METRIC = Pattern.compile("(?m)^(\\w+)(\\{[^}]*})? (\\S+)$");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Operator(int port) {
        url = "http://127.0.0.1:" + port;
    }

    /** Swaps a jar in and gives the record, whatever became of it. */
    JsonNode swap(Path jar, Duration soak) {
        return post("/swaps", Map.of("file", jar.toString(), "soak", soak.toMillis() + "ms"));
    }

    /** The records, newest first. */
    JsonNode swaps() {
        return json.readTree(get("/swaps"));
    }

    /** The installed versions of all bundles by symbolic name, with their states: {@code 1.0.0 active}. */
    Map<String, String> bundles() {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode row : shell("realm:bundles")) {
            String version =
                    row.path("version").asString() + " " + row.path("state").asString();
            found.merge(row.path("bundle").asString(), version, (one, other) -> one + ", " + other);
        }
        return found;
    }

    /** Ticks that began more than a tick's length late, of all rooms that run. */
    long lateTicks() {
        long late = 0;
        for (JsonNode row : shell("realm:rooms")) {
            late += row.path("late").asLong();
        }
        return late;
    }

    private JsonNode shell(String command) {
        return post("/shell", new String[] {command, "--json"});
    }

    /** Whether nothing of the server needs a human: the status and the checks. */
    String health() {
        return get("/health");
    }

    /** The sum of all metrics of this name. */
    double metric(String name) {
        return metric(name, "");
    }

    /** The sum of all metrics of this name that have this label. */
    double metric(String name, String label) {
        double sum = Double.NaN;
        Matcher line = METRIC.matcher(get("/metrics"));
        while (line.find()) {
            String labels = line.group(2) == null ? "" : line.group(2);
            if (line.group(1).equals(name) && labels.contains(label)) {
                sum = (Double.isNaN(sum) ? 0 : sum) + Double.parseDouble(line.group(3));
            }
        }
        return sum;
    }

    private String get(String path) {
        return body(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private JsonNode post(String path, Object body) {
        return json.readTree(body(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))));
    }

    private String body(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(request + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
