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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.harness.RunningServer;
import org.hotrealm.itests.reissue.Reissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server is killed by SIGKILL at each step of a swap. After its restart either the old version is in force or the new one,
 * and record and log say which, and where the server ended.
 */
class SwapKillIT {

    private static final Duration UP = Duration.ofMinutes(2);
    private static final String OLD = "1.0.0";
    private static final String NEW = "1.0.1";

    @TempDir
    Path folder;

    private final JsonMapper json = JsonMapper.builder().build();

    /** What has to be so after the restart. */
    private enum Left {
        REFUSED("before anything was touched"),
        ROLLED_BACK("before the swap was kept"),
        DONE("after the swap was kept");

        private final String words;

        Left(String words) {
            this.words = words;
        }
    }

    /** A step to be killed at, and what is left of the swap then. */
    private record Kill(String step, Left left) {}

    private static List<Kill> kills(Left left, String... steps) {
        return List.of(steps).stream().map(step -> new Kill(step, left)).toList();
    }

    @Test
    void behaviourIsWhollyOldOrWhollyNewWhereverTheServerIsKilled() throws Exception {
        List<Kill> kills = new ArrayList<>();
        kills.addAll(kills(Left.REFUSED, "check", "install", "resolve", "measure"));
        kills.addAll(kills(Left.ROLLED_BACK, "start", "appear", "canary", "soak", "rebind", "keep"));
        kills.addAll(kills(Left.DONE, "stop", "uninstall", "refresh", "collect"));
        killed("org.hotrealm.loot.tables", "loot", kills, "\"canary\":\"50%\"");
    }

    @Test
    void stateOwnerIsWhollyOldOrWhollyNewWhereverTheServerIsKilled() throws Exception {
        List<Kill> kills = new ArrayList<>();
        kills.addAll(kills(Left.ROLLED_BACK, "start", "stand by", "park", "restore", "healthy", "keep"));
        kills.addAll(kills(Left.DONE, "stop"));
        killed("org.hotrealm.room.engine", "room.realm", kills);
    }

    /** Each server looks what the one before it left, swaps to the version that it does not run, and is killed itself. */
    private void killed(String bundle, String system, List<Kill> kills, String... more) throws Exception {
        Path delivered = Distribution.folder().resolve("bundles/%s-%s.jar".formatted(bundle, OLD));
        Path reissued = Reissue.of(delivered, NEW, folder);
        String version = OLD;
        for (int i = 0; i <= kills.size(); i++) {
            String step = i < kills.size() ? kills.get(i).step() : "";
            try (RunningServer server = start(step);
                    Operator operator = new Operator(server)) {
                String room = room(server);
                if (i > 0) {
                    leftIs(kills.get(i - 1), server, operator, bundle, version);
                }
                assertThat(versions(operator, bundle)).containsExactly(version);
                assertThat(pins(operator, room)).contains(system + "=" + (system.equals("room.realm") ? OLD : version));
                if (i < kills.size()) {
                    boolean old = version.equals(OLD);
                    killAt(step, server, operator, Operator.request(old ? reissued : delivered, more));
                    version = (kills.get(i).left() == Left.DONE) == old ? NEW : OLD;
                }
            }
        }
    }

    private RunningServer start(String pause) {
        return RunningServer.start(
                        Distribution.folder(),
                        folder.resolve("data"),
                        Map.of(
                                "HOTREALM_JAVA_OPTS",
                                pause.isEmpty() ? "" : "-Dhotrealm.swap.pause=" + pause.replace(' ', '-')))
                .awaitUp(UP);
    }

    /** Somebody asks for a seat; the realm that is made for it stays. */
    private String room(RunningServer server) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/matchmake/create/realm".formatted(server.port())))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Ada\"}"))
                    .build();
            JsonNode seat = json.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return seat.path("roomId").asString();
        }
    }

    private static void killAt(String step, RunningServer server, Operator operator, String request)
            throws IOException, InterruptedException {
        List<String> begun = new ArrayList<>();
        Iterator<String> steps = operator.steps(request).iterator();
        while (!begun.contains(step)) {
            assertThat(steps.hasNext())
                    .as("the swap ended before '%s' after %s:\n%s", step, begun, server.output())
                    .isTrue();
            begun.add(steps.next());
        }
        server.kill();
    }

    private void leftIs(Kill kill, RunningServer server, Operator operator, String bundle, String version)
            throws IOException, InterruptedException {
        Left left = kill.left();
        String words = "the server ended during '%s', %s".formatted(kill.step(), left.words);
        JsonNode record = json.readTree(operator.get("/swaps")).path(0);

        assertThat(record.path("verdict").asString()).as(record.toString()).isEqualTo(left.name());
        assertThat(record.path("reason").asString()).startsWith(words);
        if (!kill.step().equals("check")) {
            assertThat(record.path("reason").asString()).contains("%s %s is in force".formatted(bundle, version));
        }
        assertThat(server.output()).contains(words);
        assertThat(versions(operator, bundle)).containsExactly(version);
    }

    private List<String> versions(Operator operator, String bundle) throws IOException, InterruptedException {
        List<String> versions = new ArrayList<>();
        for (JsonNode each : json.readTree(operator.command("realm:bundles", bundle, "--json"))) {
            if (each.path("bundle").asString().equals(bundle)) {
                assertThat(each.path("state").asString()).isEqualTo("active");
                versions.add(each.path("version").asString());
            }
        }
        return versions;
    }

    private List<String> pins(Operator operator, String room) throws IOException, InterruptedException {
        List<String> pins = new ArrayList<>();
        for (JsonNode each : json.readTree(operator.command("realm:rooms", "--json"))) {
            if (each.path("room").asString().equals(room)) {
                each.path("versions").forEach(pin -> pins.add(pin.asString()));
            }
        }
        return pins;
    }
}
