package org.hotrealm.itests.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a server over its operator's port, from this machine. */
public final class Operator implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    /** Of this server. */
    public Operator(RunningServer server) {
        address = "http://127.0.0.1:" + server.operatorPort();
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param text its body
     */
    public record Said(int status, String text) {}

    /** What is there. */
    public Said look(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /** The same, only its text. */
    public String get(String path) throws IOException, InterruptedException {
        return look(path).text();
    }

    /** Runs a command of the shell, such as {@code realm:rooms --json}. */
    public Said says(String... words) throws IOException, InterruptedException {
        return post("/shell", line(words));
    }

    /** The same, only what it says. */
    public String command(String... words) throws IOException, InterruptedException {
        return says(words).text();
    }

    /** Sends JSON. */
    public Said post(String path, String json) throws IOException, InterruptedException {
        return send(posting(path, json));
    }

    private Said send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Said(answer.statusCode(), answer.body());
    }

    /** Runs a command of the shell without waiting for it. */
    public CompletableFuture<String> begin(String... words) {
        return http.sendAsync(posting("/shell", line(words)).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }

    private static String line(String... words) {
        return Stream.of(words).map(Operator::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    /** Swaps, and gives the record as JSON when it is over. */
    public String swap(String request) throws IOException, InterruptedException {
        return post("/swaps", request).text();
    }

    /** Swaps, and gives the names of the steps as they begin; ends with the swap, or with the server. */
    public Stream<String> steps(String request) throws IOException, InterruptedException {
        return http.send(
                        posting("/swaps", request)
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()));
    }

    /** The body of a request to swap a jar. */
    public static String request(java.nio.file.Path jar, String... more) {
        return Stream.concat(Stream.of("\"file\":" + quoted(jar.toString())), List.of(more).stream())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private HttpRequest.Builder posting(String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
