package org.hotrealm.launcher;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sends commands to a running server over its operator's port: one given as arguments ({@code realm:rooms --json}), or,
 * given {@code shell}, one for each line typed. Exit code 0 where the server did it, 1 where not, 2 where it cannot be
 * reached.
 */
public final class Remote {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(6);

    private final URI target;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private Remote(Map<String, String> env) {
        String host = env.getOrDefault("OPERATOR_HOST", "127.0.0.1");
        target = URI.create("http://%s:%s/shell".formatted(host, env.getOrDefault("OPERATOR_PORT", "2568")));
        token = env.getOrDefault("OPERATOR_TOKEN", "");
    }

    /** Runs the command, or the commands typed. */
    public static void main(String[] arguments) throws IOException {
        Remote remote = new Remote(System.getenv());
        System.exit(List.of(arguments).equals(List.of("shell")) ? remote.listen() : remote.run(List.of(arguments)));
    }

    private int listen() throws IOException {
        run(List.of("help"));
        Terminals.listen(this::run, this::complete);
        return 0;
    }

    /** How the last of these words can go on; nothing where the server does not say. */
    private List<String> complete(List<String> words) {
        List<String> asked = new ArrayList<>(words);
        asked.addFirst("complete");
        try {
            HttpResponse<String> answer = client.send(
                    request(asked).header("Accept", "text/plain").build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? answer.body().lines().filter(each -> !each.isBlank()).toList()
                    : List.of();
        } catch (IOException away) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private HttpRequest.Builder request(List<String> words) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(words)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private int run(List<String> words) {
        HttpRequest.Builder request = request(words).header("Accept", "text/event-stream, text/plain");
        try {
            HttpResponse<Stream<String>> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                return tell(answer, lines) ? 0 : 1;
            }
        } catch (UncheckedIOException e) {
            System.err.println("The server went away before it answered; realm:swaps tells what became of a swap.");
            return 2;
        } catch (IOException e) {
            System.err.println(
                    "No server answers at " + target + ": is one running? OPERATOR_PORT names another port.");
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    /** Steps go to the error output as they come, so that the answer alone can be taken on from here. */
    private static boolean tell(HttpResponse<?> answer, Stream<String> lines) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
            boolean done = answer.statusCode() == 200;
            lines.forEach((done ? System.out : System.err)::println);
            return done;
        }
        String event = "";
        for (String line : (Iterable<String>) lines::iterator) {
            if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                String text = line.substring("data: ".length());
                (event.equals("done") ? System.out : System.err).println(event.equals("step") ? "  " + text : text);
            }
        }
        return event.equals("done");
    }

    /** The words as a JSON array; names of files that exist here are made absolute, as the server runs elsewhere. */
    static String body(List<String> words) {
        JsonArray array = new JsonArray();
        List<String> sent = new ArrayList<>();
        for (String word : words) {
            boolean folder = !sent.isEmpty() && sent.getLast().equals("--check");
            boolean file = folder || ((word.endsWith(".jar") || word.endsWith(".json")) && Files.exists(Path.of(word)));
            sent.add(file ? Path.of(word).toAbsolutePath().normalize().toString() : word);
        }
        sent.forEach(word -> array.add(Json.value(word)));
        return array.toString();
    }
}
