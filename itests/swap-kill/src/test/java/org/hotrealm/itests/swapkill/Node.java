package org.hotrealm.itests.swapkill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.harness.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with its operator. One thread. */
final class Node implements AutoCloseable {

    private static final Duration UP = Duration.ofMinutes(2);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningServer server;
    private final Operator operator;

    /** Starts it upon this data, with more variables. */
    Node(Path data, Map<String, String> environment) {
        server = RunningServer.start(Distribution.folder(), data, environment).awaitUp(UP);
        operator = new Operator(server);
    }

    RunningServer server() {
        return server;
    }

    Operator operator() {
        return operator;
    }

    /** Somebody asks for a seat; the realm that is made for it stays as long as the seat waits. */
    String room() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/matchmake/create/realm".formatted(server.port())))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Ada\"}"))
                .build();
        return json.readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("roomId")
                .asString();
    }

    /** The versions in which a bundle is installed; all of them run. */
    List<String> versions(String bundle) throws IOException, InterruptedException {
        List<String> versions = new ArrayList<>();
        for (JsonNode each : json.readTree(operator.command("realm:bundles", bundle, "--json"))) {
            if (each.path("bundle").asString().equals(bundle)) {
                assertThat(each.path("state").asString()).isEqualTo("active");
                versions.add(each.path("version").asString());
            }
        }
        return versions;
    }

    /** The version of a system that each room runs. */
    Map<String, String> pins(String system) throws IOException, InterruptedException {
        Map<String, String> pins = new TreeMap<>();
        for (JsonNode room : json.readTree(operator.command("realm:rooms", "--json"))) {
            for (JsonNode pin : room.path("versions")) {
                if (pin.asString().startsWith(system + "=")) {
                    pins.put(room.path("room").asString(), pin.asString().substring(system.length() + 1));
                }
            }
        }
        return pins;
    }

    /** Swaps and gives the record. */
    JsonNode swap(Path jar, String... more) throws IOException, InterruptedException {
        return json.readTree(operator.swap(Operator.request(jar, more)));
    }

    /** The last record. */
    JsonNode last() throws IOException, InterruptedException {
        return json.readTree(operator.get("/swaps")).path(0);
    }

    @Override
    public void close() {
        http.shutdownNow();
        operator.close();
        server.close();
    }
}
