package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What opens a WebSocket, what does not, and what is said then. */
@Timeout(120)
class HandshakeTest {

    private static final String GOOD = RawClient.HANDSHAKE;
    private static final String LINE = "GET / HTTP/1.1\r\n";

    private final Rig rig = new Rig();
    private final RecordingHandler handler = new RecordingHandler(true);

    @BeforeEach
    void serve() {
        rig.sockets.serve(handler);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /**
     * A request that must not become a WebSocket.
     *
     * @param what the case
     * @param request as it is sent
     * @param status of the answer
     */
    private record Refused(String what, String request, int status) {}

    @TestFactory
    Stream<DynamicTest> whatIsNoHandshakeIsRefusedInJsonAndReachesNobody() {
        String big = "a".repeat(65_536);
        String many = "X-%d: 1\r\n";
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            headers.append(many.formatted(i));
        }
        return Stream.of(
                        new Refused("no key", LINE + GOOD.replaceAll("Sec-WebSocket-Key.*\r\n", ""), 400),
                        new Refused("a short key", LINE + GOOD.replaceAll("Key: .*\r\n", "Key: AAAA\r\n"), 400),
                        new Refused("version 12", LINE + GOOD.replace("13", "12"), 426),
                        new Refused("no version", LINE + GOOD.replaceAll("Sec-WebSocket-Version.*\r\n", ""), 426),
                        new Refused("HTTP/1.0", LINE.replace("1.1", "1.0") + GOOD, 426),
                        new Refused("POST", LINE.replace("GET", "POST") + GOOD + "Content-Length: 0\r\n", 426),
                        new Refused("a header of 64 KiB", LINE + GOOD + "X-Big: " + big + "\r\n", 431),
                        new Refused("an address of 64 KiB", LINE.replace("/ ", "/?" + big + " ") + GOOD, 414),
                        new Refused("2,000 headers", LINE + GOOD + headers, 431),
                        new Refused("a NUL", LINE + GOOD + "X-Nul: a\0b\r\n", 400),
                        new Refused("no host", LINE + GOOD.replace("Host: x\r\n", ""), 400),
                        new Refused("two hosts", LINE + GOOD + "Host: y\r\n", 400),
                        new Refused("a space before the colon", LINE + GOOD.replace("Host:", "Host :"), 400),
                        new Refused("a folded header", LINE + GOOD + "X-A: b\r\n c\r\n", 400),
                        new Refused("an ambiguous address", LINE.replace("/ ", "/a/..%2fb ") + GOOD, 400))
                .map(one -> DynamicTest.dynamicTest(one.what, () -> refused(one)));
    }

    private void refused(Refused one) throws IOException {
        String answer = answer(one.request + "\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 " + one.status)
                .contains("{\"code\":" + one.status)
                .contains("Access-Control-Allow-Origin: *")
                .doesNotContain("Exception");
        assertThat(handler.connections).isEmpty();
    }

    private String answer(String request) throws IOException {
        try (RawClient client = RawClient.plain(rig.transport.port())) {
            client.write(request);
            client.shutdown();
            return client.text();
        }
    }

    @Test
    void aRequestThatHidesAnotherIsRefusedAndTheOtherNeverServed() throws IOException {
        String hidden = "GET /__healthcheck HTTP/1.1\r\nHost: x\r\n\r\n";
        String post = "POST / HTTP/1.1\r\nHost: x\r\n";
        for (String lengths : new String[] {
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Content-Length: +5\r\n\r\nhello",
        }) {
            assertThat(answer(post + lengths + hidden))
                    .as(lengths)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain("200 OK");
        }
    }

    @Test
    void nothingIsChosenThatWasNotOfferedAndCompressionIsDeclined() throws IOException {
        try (RawClient client = RawClient.plain(rig.transport.port())) {
            client.write(LINE + GOOD + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n");
            assertThat(client.head())
                    .startsWith("HTTP/1.1 101")
                    .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                    .doesNotContain("Sec-WebSocket-Extensions")
                    .doesNotContain("Sec-WebSocket-Protocol");
        }
    }

    @Test
    void whatComesWithTheHandshakeIsRead() throws IOException {
        try (RawClient client = RawClient.plain(rig.transport.port())) {
            client.write(
                    (LINE + GOOD + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    WireFrame.ping("early"));
            assertThat(client.head()).startsWith("HTTP/1.1 101");
            assertThat(client.frame(WireFrame.PONG))
                    .isNotNull()
                    .extracting(WireFrame::text)
                    .isEqualTo("early");
        }
    }
}
