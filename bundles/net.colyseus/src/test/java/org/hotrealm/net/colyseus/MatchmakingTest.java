package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Reservation;
import org.junit.jupiter.api.Test;

class MatchmakingTest {

    private final FakeRooms rooms = new FakeRooms();
    private final Matchmaking matchmaking = new Matchmaking(() -> rooms, Sample.SETTINGS, new Breaches());

    private String call(String method, String path, String body) {
        HttpCall call = new HttpCall(
                method,
                URI.create(path),
                Map.of("authorization", "Bearer abc", "x-own", "1"),
                body.getBytes(StandardCharsets.UTF_8),
                "9.8.7.6",
                query(URI.create(path)));
        HttpReply reply = matchmaking.handle(call).toCompletableFuture().join();
        assertThat(reply.type()).contains("json");
        return reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(URI target) {
        String query = target.getQuery();
        return query == null ? Map.of() : Map.of(query.split("=")[0], query.split("=")[1]);
    }

    private String post(String path, String body) {
        return call("POST", path, body);
    }

    @Test
    void aSeatIsAnsweredInTheFormOfAllVersions() {
        assertThat(post("/matchmake/joinOrCreate/my", "{\"name\":\"Ada\"}"))
                .isEqualTo(
                        "200 {\"name\":\"my\",\"sessionId\":\"session12\",\"roomId\":\"room12345\",\"processId\":\"process12\","
                                + "\"room\":{\"name\":\"my\",\"roomId\":\"room12345\",\"processId\":\"process12\"}}");
        JoinRequest request = rooms.requests.getFirst();
        assertThat(request.method()).isEqualTo(JoinRequest.Method.JOIN_OR_CREATE);
        assertThat(request.target()).isEqualTo("my");
        assertThat(request.options().text("name", 10)).isEqualTo("Ada");
        assertThat(request.token()).isEqualTo("abc");
        assertThat(request.address()).isEqualTo("9.8.7.6");
        assertThat(request.headers()).containsEntry("x-own", "1");
    }

    @Test
    void sdk016FindsItsOwnErrorCodesInAGoodAnswer() {
        rooms.answer = FakeRooms.refusing(522, "no such room");
        String wanted = "200 {\"code\":4212,\"error\":\"no such room\"}";
        assertThat(post("/matchmake/joinById/r?dialect=16", "{}")).isEqualTo(wanted);
        assertThat(post("/v16/matchmake/joinById/r", "{}")).isEqualTo(wanted);
        assertThat(post("/matchmake/joinById/r?dialect=17", "{}")).startsWith("522 {\"code\":522");
        assertThat(post("/v17/matchmake/joinById/r", "{}")).startsWith("522 {\"code\":522");
        assertThat(post("/matchmake/joinById/r?dialect=20", "{}"))
                .startsWith("400 ")
                .contains("none of 16, 17 and 18");
    }

    @Test
    void aSeatElsewhereCarriesItsAddressAndToken() {
        rooms.answer = CompletableFuture.completedFuture(new Reservation("my", "r", "s", "p", "b.example:1", "tok"));
        assertThat(post("/matchmake/reconnect/r", "{\"reconnectionToken\":\"tok\"}"))
                .contains("\"publicAddress\":\"b.example:1\",\"reconnectionToken\":\"tok\"");
    }

    @Test
    void everyMethodIsKnownAndOthersAreRefused() {
        for (String method : new String[] {"joinOrCreate", "create", "join", "joinById"}) {
            assertThat(post("/matchmake/" + method + "/my", "{}")).startsWith("200 ");
        }
        assertThat(post("/matchmake/bad/my", "{}"))
                .isEqualTo("520 {\"code\":520,\"error\":\"invalid method \\\"bad\\\"\"}");
        assertThat(post("/matchmake/reconnect/my", "{}"))
                .isEqualTo("523 {\"code\":523,\"error\":\"'reconnectionToken' must be provided for reconnection.\"}");
        assertThat(call("GET", "/matchmake/join/my", "")).startsWith("405 ");
        assertThat(post("/matchmake", "{}")).startsWith("404 ");
        assertThat(post("/matchmake/create/a/b", "{}")).startsWith("404 ");
        assertThat(post("/matchmake/create/" + "a".repeat(8000), "{}")).startsWith("404 ");
    }

    @Test
    void refusalsCarryTheirCodeAndText() {
        for (int code = 520; code <= 526; code++) {
            rooms.answer = FakeRooms.refusing(code, "why \"not\"");
            assertThat(post("/matchmake/join/my", "{}"))
                    .isEqualTo(code + " {\"code\":" + code + ",\"error\":\"why \\\"not\\\"\"}");
        }
        rooms.answer = FakeRooms.refusing(4217, "own");
        assertThat(post("/matchmake/join/my", "{}")).isEqualTo("526 {\"code\":4217,\"error\":\"own\"}");
        rooms.answer = CompletableFuture.failedFuture(new IllegalStateException("secret"));
        assertThat(post("/matchmake/join/my", "{}")).startsWith("523 ").doesNotContain("secret");
    }

    @Test
    void whileDrainingOrWithoutRoomsNobodyGetsASeat() {
        rooms.draining = true;
        assertThat(post("/matchmake/join/my", "{}")).startsWith("503 {\"code\":503,\"error\":\"");
        HttpCall call = new HttpCall(
                "POST",
                URI.create("/matchmake/join/my"),
                Map.of(),
                "{}".getBytes(StandardCharsets.UTF_8),
                "",
                Map.of());
        assertThat(new Matchmaking(() -> null, Sample.SETTINGS, new Breaches())
                        .handle(call)
                        .toCompletableFuture()
                        .join()
                        .status())
                .isEqualTo(503);
    }

    @Test
    void hostileBodiesAreRefusedWith400() {
        for (String body : new String[] {
            "",
            "null",
            "[]",
            "1",
            "{",
            "{}{}",
            "{} x",
            "{\"a\":1e999}",
            "{\"a\":\"\\ud800\"}",
            "{\"__proto__\":{}}",
            "{\"a\":{\"__proto__\":1}}",
            "[".repeat(5000),
            "{\"a\":".repeat(3000),
            "\ufeff{}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":" + "9".repeat(100) + "}",
            "{\"" + "n".repeat(300) + "\":1}"
        }) {
            assertThat(post("/matchmake/create/my", body))
                    .as(body.length() > 40 ? body.substring(0, 40) : body)
                    .startsWith("400 {\"code\":400,");
        }
        assertThat(rooms.requests).isEmpty();
    }

    @Test
    void optionsOfAllKindsAreRead() {
        post(
                "/matchmake/create/my",
                "{\"a\":1,\"b\":2.5,\"c\":\"é😀\",\"d\":[true,null,{\"e\":-9007199254740993}],\"f\":1e20,\"g\":99999999999999999999}");
        assertThat(Vectors.text(rooms.requests.getFirst().options()))
                .isEqualTo(
                        "{a=Long 1, b=Double 2.5, c=String é😀, d=[Boolean true, null, {e=Long -9007199254740993}], f=Double 1.0E20, g=Double 1.0E20}");
    }

    @Test
    void oneAddressMayJoinOnlySoOften() {
        Breaches breaches = new Breaches();
        Matchmaking strict = new Matchmaking(
                () -> rooms, new Settings(200, 65_536, 1, 20_000, 5_000, PayloadLimits.DEFAULT), breaches);
        HttpCall call = new HttpCall(
                "POST",
                URI.create("/matchmake/join/my"),
                Map.of(),
                "{}".getBytes(StandardCharsets.UTF_8),
                "1.1.1.1",
                Map.of());
        List<Integer> statuses = IntStream.range(0, 100)
                .mapToObj(_ -> strict.handle(call).toCompletableFuture().join().status())
                .toList();
        assertThat(statuses).first().isEqualTo(200);
        assertThat(statuses).contains(429);
        assertThat(breaches.count(Rule.JOINS))
                .isEqualTo(statuses.stream().filter(status -> status == 429).count());
    }

    @Test
    void addressesThatAreQuietAreForgottenAndOthersAreNot() {
        AddressLimits limits = new AddressLimits();
        assertThat(limits.spend("a", 1, 0)).isTrue();
        limits.forgetQuiet(500_000_000L);
        assertThat(limits.spend("a", 1, 500_000_000L)).isFalse();
        limits.forgetQuiet(3_000_000_000L);
        assertThat(limits.spend("a", 1, 3_000_000_000L)).isTrue();
    }

    @Test
    void aJoinThatMeetsARenewalIsAnsweredByTheNextRooms() {
        Renewal renewal = new Renewal();
        Matchmaking patient = new Matchmaking(renewal, Sample.SETTINGS, new Breaches());
        HttpCall call = new HttpCall(
                "POST",
                URI.create("/matchmake/join/my"),
                Map.of(),
                "{}".getBytes(StandardCharsets.UTF_8),
                "",
                Map.of());
        rooms.renewing = true;
        rooms.answer = FakeRooms.refusing(503, "the room is being renewed");
        renewal.enter(rooms);
        CompletableFuture<HttpReply> first = patient.handle(call).toCompletableFuture();
        assertThat(first).isNotDone();
        renewal.leave(rooms);
        CompletableFuture<HttpReply> second = patient.handle(call).toCompletableFuture();
        assertThat(second).isNotDone();
        renewal.enter(new FakeRooms());
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(second.join().status()).isEqualTo(200);
    }
}
