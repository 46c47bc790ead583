package org.hotrealm.itests.features;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.hotrealm.itests.harness.RunningServer;

/** Commands over the operator's port, as scripts send them. */
final class Operator {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI port;
    private final URI players;

    Operator(RunningServer server) {
        players = URI.create("http://127.0.0.1:" + server.port() + "/");
        port = URI.create("http://127.0.0.1:" + server.operatorPort() + "/");
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param text its body
     */
    record Said(int status, String text) {}

    Said says(String... words) throws IOException, InterruptedException {
        String body = List.of(words).stream()
                .map(word -> "\"" + word.replace("\\", "\\\\") + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return send(HttpRequest.newBuilder(port.resolve("shell"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Said post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(port.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** What players get who open the port in a browser. */
    Said playersPort() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(players));
    }

    Said get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(port.resolve(path)));
    }

    private static Said send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                CLIENT.send(request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
        return new Said(answer.statusCode(), answer.body());
    }
}
