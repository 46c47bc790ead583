package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private record Route(String prefix, Function<HttpCall, CompletionStage<HttpReply>> answer) implements HttpRoute {
        @Override
        public CompletionStage<HttpReply> handle(HttpCall call) {
            return answer.apply(call);
        }
    }

    private void route(String prefix, Function<HttpCall, HttpReply> answer) {
        rig.routes.add(new Route(prefix, call -> CompletableFuture.completedFuture(answer.apply(call))), 0);
    }

    @Test
    void healthCheckAnswersOk() {
        HttpResponse<String> response = rig.send(rig.request("/__healthcheck"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("OK");
    }

    @Test
    void whatNobodyServesIsAnsweredWithJson() {
        HttpResponse<String> response = rig.send(rig.request("/none%22?x=1"));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("content-type").orElse("")).contains("json");
        assertThat(response.body()).isEqualTo("{\"code\":404,\"error\":\"nothing is served at /none\\\"\"}");
    }

    @Test
    void longestPrefixWinsAndThenTheHigherRanking() {
        route("/", call -> HttpReply.text(200, "root"));
        route("/match", call -> HttpReply.text(200, "match"));
        rig.routes.add(
                new Route("/match", call -> CompletableFuture.completedFuture(HttpReply.text(200, "ranked"))), 5);
        assertThat(rig.send(rig.request("/match/x")).body()).isEqualTo("ranked");
        assertThat(rig.send(rig.request("/matchmake")).body()).isEqualTo("root");
        assertThat(rig.send(rig.request("/")).body()).isEqualTo("root");
    }

    @Test
    void aRouteGetsMethodBodyHeadersAndQueryOnAVirtualThread() {
        route(
                "/echo",
                call -> HttpReply.json(
                        200,
                        String.join(
                                " ",
                                call.method(),
                                new String(call.body(), java.nio.charset.StandardCharsets.UTF_8),
                                call.header("x-mine"),
                                call.query().get("q"),
                                String.valueOf(Thread.currentThread().isVirtual()))));
        HttpResponse<String> response = rig.send(rig.request("/echo?q=a%26b&q=2")
                .header("X-Mine", "yes")
                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}")));
        assertThat(response.body()).isEqualTo("POST {\"a\":1} yes a&b true");
    }

    @Test
    void statusesBeyondTheRegisteredOnesPass() {
        for (int status = 520; status <= 526; status++) {
            int given = status;
            rig.routes.add(
                    new Route("/s" + status, _ -> CompletableFuture.completedFuture(HttpReply.json(given, "{}"))), 0);
            assertThat(rig.send(rig.request("/s" + status)).statusCode()).isEqualTo(status);
        }
    }

    @Test
    void everyResponseCarriesCorsAndEchoesTheOrigin() {
        route("/fails", _ -> {
            throw new IllegalStateException("on purpose");
        });
        for (String path : new String[] {"/__healthcheck", "/none", "/fails"}) {
            HttpResponse<String> response = rig.send(rig.request(path).header("Origin", "https://game.example"));
            assertThat(response.headers().map())
                    .as(path)
                    .containsAllEntriesOf(Map.of(
                            "access-control-allow-origin", java.util.List.of("https://game.example"),
                            "access-control-allow-credentials", java.util.List.of("true"),
                            "access-control-allow-methods", java.util.List.of("GET,HEAD,PUT,PATCH,POST,DELETE"),
                            "access-control-allow-headers",
                                    java.util.List.of("Origin, X-Requested-With, Content-Type, Accept, Authorization"),
                            "access-control-max-age", java.util.List.of("2592000")));
        }
        assertThat(rig.send(rig.request("/none")).headers().firstValue("access-control-allow-origin"))
                .hasValue("*");
    }

    @Test
    void whatARouteVariesByIsAddedToTheOrigin() {
        rig.routes.add(
                new Route(
                        "/vary",
                        _ -> CompletableFuture.completedFuture(new HttpReply(
                                200, Map.of("Vary", "Accept-Encoding", "ETag", "x"), "text/plain", new byte[0]))),
                0);
        HttpResponse<String> response = rig.send(rig.request("/vary"));
        assertThat(response.headers().firstValue("vary")).hasValue("Origin, Accept-Encoding");
        assertThat(response.headers().firstValue("etag")).hasValue("x");
    }

    @Test
    void preflightIsAnsweredOnEveryPath() {
        HttpResponse<String> response = rig.send(rig.request("/matchmake/joinOrCreate/my")
                .header("Origin", "https://game.example")
                .header("Access-Control-Request-Headers", "content-type,x-own")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("access-control-allow-headers"))
                .hasValue("Origin, X-Requested-With, Content-Type, Accept, Authorization, x-own");
    }

    @Test
    void aRouteThatFailsOrThrowsIsAnsweredWith500WithoutItsMessage() {
        rig.routes.add(
                new Route("/later", _ -> CompletableFuture.failedFuture(new IllegalStateException("secret"))), 0);
        HttpResponse<String> response = rig.send(rig.request("/later"));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"code\":500,\"error\":\"the server failed\"}");
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWith413() throws Exception {
        route("/echo", call -> HttpReply.text(200, String.valueOf(call.body().length)));
        assertThat(rig.send(rig.request("/echo").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[16_384])))
                        .body())
                .isEqualTo("16384");
        assertThat(rig.send(rig.request("/echo").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[16_385])))
                        .statusCode())
                .isEqualTo(413);
        try (RawClient chunked = RawClient.plain(rig.transport.port())) {
            chunked.write("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            chunked.write("5000\r\n" + "x".repeat(0x5000) + "\r\n0\r\n\r\n");
            assertThat(chunked.text()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void whatIsNoRequestIsAnsweredInJsonWithoutAStackTrace() throws Exception {
        for (String bad : new String[] {
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX-Nul: a\0b\r\n\r\n",
            "POST /% HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}",
            "POST /%00 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}",
            "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "GET / HTTP/1.1\r\nHost: x\r\nX-Big: " + "a".repeat(65_536) + "\r\n\r\n",
        }) {
            try (RawClient client = RawClient.plain(rig.transport.port())) {
                client.write(bad);
                assertThat(client.text())
                        .startsWith("HTTP/1.1 4")
                        .contains("Connection: close")
                        .doesNotContain("Exception")
                        .doesNotContain("\tat ");
            }
        }
    }

    @Test
    void ambiguousAddressesAreRefusedAndTheConnectionGoesOn() throws Exception {
        route("/", call -> HttpReply.text(200, "served " + call.path()));
        for (String target : new String[] {"/%", "/%00", "/..%2f..%2fetc/passwd", "/a/..;/b", "/%u002e", "/a%5cb"}) {
            assertThat(answer("POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"))
                    .as(target)
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":400");
        }
        assertThat(answer("GET /a/../b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"))
                .contains("served /b");
    }

    @Test
    void whatCannotBecomeAWebSocketIsToldWhy() throws Exception {
        String handshake = "Host: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
        assertThat(answer("GET / HTTP/1.1\r\n" + handshake + "Sec-WebSocket-Key: AAAA\r\n"))
                .startsWith("HTTP/1.1 400");
        String key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        assertThat(answer("GET /?x=%zz HTTP/1.1\r\n" + handshake + key)).startsWith("HTTP/1.1 400");
        assertThat(answer("GET / HTTP/1.1\r\n" + handshake.replace("13", "12") + key))
                .startsWith("HTTP/1.1 426")
                .contains("Sec-WebSocket-Version: 13");
    }

    private String answer(String request) throws Exception {
        try (RawClient client = RawClient.plain(rig.transport.port())) {
            client.write(request + "\r\n");
            client.shutdown();
            return client.text();
        }
    }

    @Test
    void aRequestThatDripsInIsCutThoughItIsNeverIdle() throws Exception {
        try (Rig impatient = new Rig("request.timeout.ms", 500);
                RawClient dripping = RawClient.plain(impatient.transport.port())) {
            dripping.write("GET / HTTP/1.1\r\n");
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            dripping.write("X-" + i + ": y\r\n");
                            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
                        }
                    })
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void aTakenPortIsToldInOneSentence() {
        Settings taken = Configured.with("port", rig.transport.port());
        assertThatThrownBy(() -> Transport.open(taken, new Sockets(taken), new Routes()))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessage("Port %d is taken: set PORT to another or stop the other program"
                        .formatted(rig.transport.port()));
    }
}
