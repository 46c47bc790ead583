package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.hotrealm.net.api.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebSocketTest {

    private final RecordingHandler handler = new RecordingHandler(true);
    private Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void rig(Object... keysAndValues) {
        rig.close();
        rig = new Rig(keysAndValues);
    }

    @Test
    void framesArriveInOrderOneAtATime() {
        rig.sockets.serve(handler);
        Rig.Client client = rig.connect("/node/room?sessionId=abc");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String hex = "%08x".formatted(i);
            client.send(hex);
            sent.add("frame " + hex);
        }
        assertThat(handler.next()).isEqualTo("opened /node/room?sessionId=abc");
        assertThat(handler.next(500)).isEqualTo(sent);
        for (int i = 0; i < 500; i++) {
            assertThat(client.next()).isEqualTo("%08x".formatted(i));
        }
    }

    @Test
    void queryIsReadThoughTheSdkEncodesNothing() {
        rig.sockets.serve(handler);
        rig.connect("/base/node/room?region=e%20u&sessionId=a-_b&skipHandshake");
        Connection connection = handler.connection();
        assertThat(connection.opening().query())
                .containsEntry("region", "e u")
                .containsEntry("sessionId", "a-_b")
                .containsEntry("skipHandshake", "");
        assertThat(connection.opening().parts()).containsExactly("base", "node", "room");
        assertThat(connection.opening().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void manySendsBetweenTwoFlushesArriveAsTheirOwnFrames() {
        rig.sockets.serve(handler);
        Rig.Client client = rig.connect("/");
        Connection connection = handler.connection();
        byte[] shared = {9, 9, 1, 2, 3, 9};
        for (int i = 0; i < 50; i++) {
            connection.send(shared, 2, 3);
        }
        byte[] large = new byte[100_000];
        connection.send(large, 0, large.length);
        connection.send(shared, 0, 1);
        connection.flush();
        for (int i = 0; i < 50; i++) {
            assertThat(client.next()).isEqualTo("010203");
        }
        assertThat(client.next()).hasSize(200_000);
        assertThat(client.next()).isEqualTo("09");
    }

    @Test
    void whatWasSentBeforeCloseArrivesAndTheFirstCloseWins() {
        rig.sockets.serve(handler);
        Rig.Client client = rig.connect("/");
        Connection connection = handler.connection();
        connection.send(new byte[] {1}, 0, 1);
        connection.close(4002, "x".repeat(200));
        connection.close(4000, "later");
        connection.send(new byte[] {2}, 0, 1);
        assertThat(client.next()).isEqualTo("01");
        assertThat(client.next()).isEqualTo("closed 4002 " + "x".repeat(123));
        assertThat(handler.next(2)).last().isEqualTo("closed 4002 " + "x".repeat(123));
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aClosingClientIsToldToTheHandlerWithItsCode() {
        rig.sockets.serve(handler);
        Rig.Client client = rig.connect("/");
        client.socket.sendClose(4123, "bye").join();
        assertThat(handler.next(2)).last().isEqualTo("closed 4123 bye");
    }

    @Test
    void aVanishedClientIsToldAs1006() {
        rig.sockets.serve(handler);
        Rig.Client client = rig.connect("/");
        handler.connection();
        client.socket.abort();
        assertThat(handler.next(2)).last().asString().startsWith("closed 1006");
    }

    @Test
    void aMessageBeyondTheLimitClosesWith1009() {
        rig.sockets.serve(handler);
        Rig.Client whole = rig.connect("/");
        whole.socket.sendBinary(ByteBuffer.allocate(4097), true);
        assertThat(whole.next()).startsWith("closed 1009");
        Rig.Client parts = rig.connect("/");
        parts.socket.sendBinary(ByteBuffer.allocate(3000), false).join();
        parts.socket.sendBinary(ByteBuffer.allocate(3000), true);
        assertThat(parts.next()).startsWith("closed 1009");
        Rig.Client limit = rig.connect("/");
        limit.socket.sendBinary(ByteBuffer.allocate(4096), true);
        assertThat(limit.next()).hasSize(8192);
    }

    /** One fragment too many and no more: what a closing server leaves unread makes the network drop its last words. */
    @Test
    void aMessageInTooManyFragmentsClosesWith1008() {
        rig.sockets.serve(handler);
        Rig.Client client = rig.connect("/");
        for (int i = 0; i <= 64; i++) {
            client.socket.sendBinary(ByteBuffer.allocate(0), false).join();
        }
        assertThat(client.next()).startsWith("closed 1008");
    }

    @Test
    void aMessageInTheMiddleOfAnotherClosesWith1002HoweverLateItComes() throws Exception {
        rig.sockets.serve(handler);
        try (RawClient client = RawClient.upgraded(rig.transport.port(), "/")) {
            client.write(WireFrame.masked(WireFrame.BINARY, "begun"), WireFrame.ping("read?"));
            assertThat(client.frame(WireFrame.PONG)).isNotNull();
            client.write(WireFrame.binary("another"));
            assertThat(client.frame(WireFrame.CLOSE))
                    .extracting(WireFrame::code)
                    .isEqualTo(1002);
        }
        assertThat(handler.next()).isEqualTo("opened /");
        assertThat(handler.next()).startsWith("closed 1002");
    }

    @Test
    void textIsHandedOverAsText() {
        rig.sockets.serve(handler);
        Rig.Client client = rig.connect("/");
        client.socket.sendText("hé", true).join();
        assertThat(handler.next(2)).last().isEqualTo("text hé");
    }

    @Test
    void withoutAHandlerFramesWaitAndALaterHandlerGetsThem() {
        Rig.Client client = rig.connect("/a");
        client.send("01");
        client.send("02");
        rig.sockets.serve(handler);
        assertThat(handler.next(3)).containsExactly("opened /a", "frame 01", "frame 02");
        rig.sockets.leave(handler);
        client.send("03");
        RecordingHandler next = new RecordingHandler(true);
        rig.sockets.serve(next);
        assertThat(next.next(2)).containsExactly("adopted /a", "frame 03");
        assertThat(client.next()).isEqualTo("01");
        assertThat(client.next()).isEqualTo("02");
        assertThat(client.next()).isEqualTo("03");
    }

    @Test
    void aHandlerThatFailsClosesOnlyThatConnection() {
        rig.sockets.serve(handler);
        Rig.Client healthy = rig.connect("/healthy");
        handler.connection();
        rig.sockets.serve(new FailingHandler());
        Rig.Client failing = rig.connect("/failing");
        assertThat(failing.next()).startsWith("closed 1011");
        rig.sockets.serve(handler);
        healthy.send("07");
        assertThat(healthy.next()).isEqualTo("07");
    }

    @Test
    void aSlowReaderIsClosedAndNeverBlocksTheSender() {
        rig("queue.max.bytes", 100_000);
        rig.sockets.serve(handler);
        rig.connect("/");
        Connection connection = handler.connection();
        // The JDK's client stops reading when its listener asks for no more.
        byte[] chunk = new byte[60_000];
        for (int i = 0; i < 10_000 && connection.isOpen(); i++) {
            connection.send(chunk, 0, chunk.length);
            connection.flush();
        }
        assertThat(connection.queuedBytes()).isLessThan(1_000_000);
    }

    @Test
    void aSilentClientIsPingedAndOneThatDoesNotAnswerIsCut() throws Exception {
        rig("ping.ms", 300);
        rig.sockets.serve(handler);
        Rig.Client answering = rig.connect("/answering");
        try (RawClient mute = RawClient.open(rig.transport.port(), "/mute")) {
            assertThat(handler.next(2)).contains("opened /mute");
            assertThat(handler.next()).startsWith("closed 1006 silent");
            assertThat(mute.drain()).contains((byte) 0x89);
        }
        answering.send("05");
        assertThat(answering.next()).isEqualTo("05");
    }

    @Test
    void aClientThatIsWrittenToAllTheTimeIsPingedBetweenIt() throws Exception {
        rig("ping.ms", 300);
        rig.sockets.serve(handler);
        try (RawClient client = RawClient.upgraded(rig.transport.port(), "/")) {
            Connection connection = handler.connection();
            int pings = 0;
            while (pings < 5) {
                connection.send(new byte[] {7}, 0, 1);
                connection.flush();
                WireFrame frame = client.frame();
                assertThat(frame).as("after %d pings", pings).isNotNull();
                if (frame.opcode() == WireFrame.PING) {
                    pings++;
                    client.write(WireFrame.masked(WireFrame.END | WireFrame.PONG, frame.payload()));
                    assertThat(client.frame(WireFrame.BINARY)).isNotNull();
                }
            }
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void pagesOfOtherOriginsAreRefusedWhereOriginsAreListed() {
        rig("origins", new String[] {"https://play.example"});
        rig.sockets.serve(handler);
        URI uri = URI.create("ws://127.0.0.1:" + rig.transport.port() + "/");
        Assertions.assertThatThrownBy(() -> rig.client
                        .newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(uri, new Rig.Client())
                        .join())
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
        rig.client
                .newWebSocketBuilder()
                .header("Origin", "https://play.example")
                .buildAsync(uri, new Rig.Client())
                .join();
        assertThat(handler.connection().opening().header("origin")).isEqualTo("https://play.example");
        assertThat(handler.connections).isEmpty();
    }

    @Test
    void whenThePortClosesClientsAreToldThatItGoesAway() {
        rig.sockets.serve(handler);
        Rig.Client client = rig.connect("/");
        handler.connection();
        rig.transport.close();
        assertThat(client.next()).startsWith("closed 1001");
        rig = new Rig();
    }
}
