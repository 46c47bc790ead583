package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.room.api.Reservation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The recorded exchanges of matchmaking: the same statuses and bodies, ours with what 0.16 needs beside it. */
class MatchmakingVectorTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeRooms rooms = new FakeRooms();
    private final Matchmaking matchmaking = new Matchmaking(() -> rooms, Sample.SETTINGS, new Breaches());

    @TestFactory
    Stream<DynamicTest> exchangesAreTheSame() {
        return Vectors.load("http-matchmaking")
                .get("exchanges")
                .valueStream()
                .filter(exchange ->
                        exchange.get("request").get("method").asString().equals("POST"))
                .map(exchange -> DynamicTest.dynamicTest(exchange.get("what").asString(), () -> replay(exchange)));
    }

    private void replay(JsonNode exchange) {
        JsonNode request = exchange.get("request");
        JsonNode recorded = exchange.get("response");
        int status = recorded.get("status").asInt();
        JsonNode body = parsed(recorded.path("body"));
        rooms.draining = status == 503;
        rooms.answer = status == 200
                ? CompletableFuture.completedFuture(new Reservation(
                        body.get("name").asString(),
                        body.get("roomId").asString(),
                        body.get("sessionId").asString(),
                        body.get("processId").asString(),
                        null,
                        null))
                : FakeRooms.refusing(status, body.path("error").asString(""));
        HttpReply reply =
                matchmaking.handle(call(request)).toCompletableFuture().join();
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.type()).contains("json");
        Map<String, Object> told = map(JSON.readTree(reply.body()));
        if (status == 400 || status == 503) {
            assertThat(told).containsKeys("code", "error");
        } else {
            assertThat(told).containsAllEntriesOf(map(body));
        }
    }

    private static JsonNode parsed(JsonNode body) {
        return body.isString() && !body.asString().isEmpty() ? JSON.readTree(body.asString()) : body;
    }

    private static HttpCall call(JsonNode request) {
        Map<String, String> headers = new HashMap<>();
        request.get("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        byte[] body = request.path("body").asString("").getBytes(StandardCharsets.UTF_8);
        URI target = URI.create(request.get("path").asString());
        return new HttpCall("POST", target, headers, body, "1.2.3.4", Map.of());
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> map = new HashMap<>();
        object.properties()
                .forEach(entry -> map.put(
                        entry.getKey(),
                        entry.getValue().isNumber()
                                ? entry.getValue().asInt()
                                : entry.getValue().asString("")));
        return map;
    }
}
