package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotrealm.net.transport.WireFrame.BINARY;
import static org.hotrealm.net.transport.WireFrame.CLOSE;
import static org.hotrealm.net.transport.WireFrame.CONTINUATION;
import static org.hotrealm.net.transport.WireFrame.END;
import static org.hotrealm.net.transport.WireFrame.PING;
import static org.hotrealm.net.transport.WireFrame.PONG;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to clients that take more than their share. */
@Timeout(120)
class LimitsTest {

    private final RecordingHandler handler = new RecordingHandler(true);
    private Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    private void rig(Object... keysAndValues) {
        rig.close();
        rig = new Rig(keysAndValues);
        rig.sockets.serve(handler);
    }

    private RawClient connect() throws IOException {
        return RawClient.upgraded(rig.transport.port(), "/");
    }

    private static void until(BooleanSupplier condition) {
        long limit = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("30 s are over").isLessThan(limit);
            Thread.onSpinWait();
        }
    }

    private double counted(String kind) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new TransportMeters(rig.sockets).bindTo(registry);
        return registry.get("hotrealm.clients.refused")
                .tag("kind", kind)
                .functionCounter()
                .count();
    }

    @Test
    void whoFloodsWithPingsHearsTheCodeAlthoughMuchIsUnread() throws IOException {
        rig();
        try (RawClient client = connect()) {
            client.writeRegardless(WireFrame.ping("x".repeat(100)), 20_000);
            assertThat(client.frame(CLOSE))
                    .isNotNull()
                    .extracting(WireFrame::code)
                    .isEqualTo(1008);
        }
        assertThat(counted("control_frames")).isEqualTo(1);
    }

    @Test
    void whoSendsFragmentsWithoutEndHearsTheCodeAlthoughMuchIsUnread() throws IOException {
        rig();
        try (RawClient client = connect()) {
            client.write(WireFrame.masked(BINARY, ""));
            client.writeRegardless(WireFrame.masked(CONTINUATION, ""), 100_000);
            assertThat(client.frame(CLOSE))
                    .isNotNull()
                    .extracting(WireFrame::code)
                    .isEqualTo(1008);
        }
        assertThat(counted("fragments")).isEqualTo(1);
    }

    @Test
    void whoIsClosedWhileFloodingHearsTheCode() throws IOException {
        rig();
        try (RawClient client = connect()) {
            Connection connection = handler.connection();
            CompletableFuture<Void> flood =
                    CompletableFuture.runAsync(() -> client.writeRegardless(WireFrame.binary(1_000), 5_000));
            handler.next(100);
            connection.close(4002, "too many frames");
            assertThat(client.frame(CLOSE))
                    .isNotNull()
                    .extracting(WireFrame::code)
                    .isEqualTo(4002);
            flood.join();
        }
    }

    @Test
    void aClosedConnectionLingersOnlyUntilItsClientIsGone() throws IOException {
        rig();
        try (RawClient client = connect()) {
            handler.connection().close(4002, "");
            assertThat(client.frame(CLOSE)).isNotNull();
        }
        until(() -> rig.transport.lingering() == 0 && rig.transport.addresses() == 0);
    }

    @Test
    void aClientThatReadsNothingIsCutThoughItSends() throws IOException {
        rig("ping.ms", 200);
        try (RawClient client = connect()) {
            handler.connection();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                while (rig.sockets.count() > 0) {
                    client.writeRegardless(WireFrame.masked(END | PONG, "12345678"), 1);
                    java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
                }
            });
            until(() -> rig.sockets.count() == 0);
            sending.join();
        }
        assertThat(counted("silent")).isEqualTo(1);
    }

    @Test
    void aClientThatAnswersPingsStays() throws IOException {
        rig("ping.ms", 100);
        try (RawClient client = connect()) {
            for (int i = 0; i < 10; i++) {
                WireFrame ping = client.frame(PING);
                assertThat(ping).isNotNull();
                client.write(WireFrame.masked(END | PONG, ping.payload()));
            }
            assertThat(rig.sockets.count()).isEqualTo(1);
        }
    }

    @Test
    void anAddressGetsSoManyWebSocketsAndNoMore() throws IOException {
        rig("connections.per.address.max", 2, "addresses.unlimited", new String[0]);
        try (RawClient first = connect();
                RawClient second = connect();
                RawClient third = RawClient.open(rig.transport.port(), "/")) {
            assertThat(third.head()).startsWith("HTTP/1.1 429");
            assertThat(rig.sockets.count()).isEqualTo(2);
            first.write(WireFrame.close(1000, ""));
            assertThat(first.frame(CLOSE)).isNotNull();
            second.write(WireFrame.close(1000, ""));
            assertThat(second.frame(CLOSE)).isNotNull();
        }
        until(() -> rig.sockets.count() == 0 && rig.transport.addresses() == 0);
        connect().close();
        assertThat(counted("connections_of_address")).isEqualTo(1);
    }

    @Test
    void anAddressGetsSoManyTcpConnectionsAndNoMore() throws IOException {
        rig("connections.per.address.max", 2, "addresses.unlimited", new String[0]);
        List<RawClient> silent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            silent.add(RawClient.plain(rig.transport.port()));
        }
        until(() -> rig.transport.tcpConnections() == 4);
        try (RawClient fifth = RawClient.plain(rig.transport.port())) {
            assertThat(fifth.drain()).isEmpty();
        }
        for (RawClient one : silent) {
            one.close();
        }
        until(() -> rig.transport.addresses() == 0);
        assertThat(rig.send(rig.request("/__healthcheck")).statusCode()).isEqualTo(200);
    }

    @Test
    void moreWebSocketsThanTheServerTakesGet503() throws IOException {
        rig("connections.max", 1);
        try (RawClient first = connect();
                RawClient second = RawClient.open(rig.transport.port(), "/")) {
            assertThat(second.head()).startsWith("HTTP/1.1 503");
            assertThat(first).isNotNull();
        }
    }

    @Test
    void halfRequestsAndSilentConnectionsAreGoneInTime() throws IOException {
        rig("request.timeout.ms", 400);
        String post = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000\r\n\r\n{";
        try (RawClient silent = RawClient.plain(rig.transport.port());
                RawClient header = RawClient.plain(rig.transport.port());
                RawClient body = RawClient.plain(rig.transport.port())) {
            header.write("GET / HTTP/1.1\r\nHost: x\r\n");
            body.write(post);
            assertThat(silent.drain()).isEmpty();
            header.drain();
            body.drain();
        }
        until(() -> rig.transport.addresses() == 0);
        assertThat(counted("slow_request")).isEqualTo(3);
    }

    @Test
    void whoIsRefusedAgainAndAgainWaitsForItAndWhoAsksWellDoesNot() {
        rig("refusals.per.second", 2, "refusal.delay.ms", 5_000);
        List<CompletableFuture<HttpResponse<String>>> refused = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            HttpRequest.Builder nothing = rig.request("/nothing");
            refused.add(rig.client.sendAsync(nothing.build(), HttpResponse.BodyHandlers.ofString()));
        }
        until(() -> counted("refusals") == 2);
        until(() -> refused.stream().filter(CompletableFuture::isDone).count() == 2);
        assertThat(rig.send(rig.request("/__healthcheck")).statusCode()).isEqualTo(200);
        assertThat(refused.stream().filter(one -> !one.isDone())).hasSize(2);
        assertThat(refused)
                .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(404));
    }

    @Test
    void theStateOfALargeRoomPassesAndWhatHeapsUpBehindItDoesNot() throws IOException {
        rig("queue.max.bytes", 100_000, "socket.send.bytes", 16_384);
        try (RawClient client = connect()) {
            Connection connection = handler.connection();
            byte[] state = new byte[3_000_000];
            connection.send(state, 0, state.length);
            connection.flush();
            WireFrame frame = client.frame(BINARY);
            assertThat(frame).isNotNull();
            assertThat(frame.payload()).hasSize(state.length);
            for (int i = 0; i < 1_000 && connection.isOpen(); i++) {
                connection.send(state, 0, 50_000);
                connection.flush();
            }
            assertThat(connection.isOpen()).isFalse();
            assertThat(connection.queuedBytes()).isLessThanOrEqualTo(100_000);
        }
        assertThat(counted("slow_reader")).isEqualTo(1);
    }

    @Test
    void whileThePortClosesRequestsAreAnsweredWith503InJson() throws Exception {
        rig();
        rig.routes.add(new Ok(), 0);
        assertThat(rig.send(rig.request("/ok")).statusCode()).isEqualTo(200);
        rig.sockets.closing(true);
        var response = rig.send(rig.request("/ok").POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).startsWith("{\"code\":503,");
        assertThat(response.headers().firstValue("access-control-allow-origin")).hasValue("*");
        try (RawClient client = RawClient.open(rig.transport.port(), "/")) {
            assertThat(client.head()).startsWith("HTTP/1.1 503");
        }
    }

    private static final class Ok implements HttpRoute {
        @Override
        public String prefix() {
            return "/ok";
        }

        @Override
        public CompletableFuture<HttpReply> handle(HttpCall call) {
            return CompletableFuture.completedFuture(HttpReply.text(200, "ok"));
        }
    }
}
