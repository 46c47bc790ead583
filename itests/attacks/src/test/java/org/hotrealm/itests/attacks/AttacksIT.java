package org.hotrealm.itests.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotrealm.itests.attacks.Attacker.BINARY;
import static org.hotrealm.itests.attacks.Attacker.END;
import static org.hotrealm.itests.attacks.Attacker.declared;
import static org.hotrealm.itests.attacks.Attacker.frame;
import static org.hotrealm.itests.attacks.Attacker.message;
import static org.hotrealm.itests.attacks.Attacker.move;
import static org.hotrealm.itests.attacks.Attacker.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.itests.script.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One server, two honest players, and everybody else against them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttacksIT {

    private static final long MOST_HEAP_GROWTH = 48L << 20;
    private static final int MOST_NEW_THREADS = 16;
    private static final String FAST = "{\"request.timeout.ms\": 3000}";

    @TempDir
    static Path temporary;

    private static FieldServer server;
    private static Script honest;
    private static String room;
    private static long heapBefore;
    private static double threadsBefore;

    @BeforeAll
    static void play() throws Exception {
        server = FieldServer.start(temporary, FAST);
        honest = new Script(Map.of(), "honest.mjs", "http://127.0.0.1:" + server.port());
        room = honest.await("joined");
        attack("warm-up", Attacker::joined, attacker -> attacker.message(new byte[] {12}));
        heapBefore = server.heap();
        threadsBefore = server.metric("jvm_threads_live_threads");
    }

    @AfterAll
    static void end() {
        honest.close();
        server.close();
    }

    private interface Way {
        Attacker in(int port, String room) throws IOException;
    }

    private interface Deed {
        void to(Attacker attacker) throws IOException;
    }

    /** Lets one attacker do its deed, and gives the code it is closed with. */
    private static int attack(String what, Way way, Deed deed) throws IOException {
        try (Attacker attacker = way.in(server.port(), room)) {
            try {
                deed.to(attacker);
            } catch (IOException closed) {
                // Closed in the middle of it.
            }
            int code = attacker.closed();
            assertThat(code).as(what).isPositive();
            return code;
        }
    }

    private static DynamicTest closes(String what, int code, Deed deed) {
        return DynamicTest.dynamicTest(
                what, () -> assertThat(attack(what, Attacker::joined, deed)).isEqualTo(code));
    }

    private static DynamicTest answers(String what, int status, String request) {
        return DynamicTest.dynamicTest(what, () -> {
            String answer = Attacker.request(server.port(), request);
            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("{\"code\":");
        });
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> brokenFramesCloseTheConnectionWithTheCodeOfTheStandard() {
        return Stream.of(
                closes("an unmasked frame", 1002, a -> a.write(new byte[] {(byte) 0x82, 1, 18})),
                closes("reserved bits", 1002, a -> a.write(frame(END | 0x40 | BINARY, new byte[] {18}))),
                closes("an unknown opcode", 1002, a -> a.write(frame(END | 5, new byte[] {18}))),
                closes("a continuation of nothing", 1002, a -> a.write(frame(END, new byte[] {18}))),
                closes("a message too large", 1009, a -> a.message(new byte[5_000])),
                closes("2 GiB declared", 1009, a -> a.write(declared(END | BINARY, 1L << 31))),
                closes("fragments without end", 1008, a -> {
                    a.write(frame(BINARY, new byte[0]));
                    a.flood(frame(0, new byte[0]), 20_000);
                }),
                closes("a flood of pings", 1008, a -> a.flood(frame(END | 9, new byte[100]), 20_000)));
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> brokenMessagesCloseTheConnectionAndReachNoRoom() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(closes("text", 4002, a -> a.write(frame(END | 1, "hi".getBytes(StandardCharsets.UTF_8)))));
        tests.add(closes("an unknown message", 4002, a -> a.message(message("nope", new byte[] {(byte) 0xc0}))));
        tests.add(closes("a flood of moves", 4002, a -> a.flood(frame(END | BINARY, move("81a17800")), 5_000)));
        byte[] deep = new byte[3_900];
        java.util.Arrays.fill(deep, (byte) 0x91);
        tests.add(closes("3,900 levels", 4002, a -> a.message(message("move", deep))));
        for (String hex : new String[] {
            "ddffffffff",
            "dfffffffff",
            "dbffffffff",
            "c6ffffffff",
            "c9ffffffff01",
            "dcffff",
            "dd7fffffff01",
            "c1",
            "d9ff",
            "cb",
            "c7",
            "82a17801",
            "81a178 cb7ff8000000000000",
            "81a178 ca7f800000",
            "c0c0"
        }) {
            tests.add(closes("payload " + hex, 4002, a -> a.message(move(hex))));
        }
        for (int first : new int[] {0, 9, 11, 14, 15, 19, 31, 255}) {
            tests.add(closes("first byte " + first, 4002, a -> a.message(new byte[] {(byte) first, 1, 2, 3})));
        }
        return tests.stream();
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> seatsAreTakenOnceAndOnlyByTheirOwners() {
        return Stream.of(
                DynamicTest.dynamicTest("a guessed session", () -> {
                    String seat = Attacker.seat(server.port(), room).replaceAll("sessionId=.*", "sessionId=guessed12");
                    assertThat(attack("guessed", (port, _) -> Attacker.open(port, seat), _ -> {}))
                            .isEqualTo(4002);
                }),
                DynamicTest.dynamicTest("a seat used twice", () -> {
                    String seat = Attacker.seat(server.port(), room);
                    try (Attacker first = Attacker.open(server.port(), seat)) {
                        first.message(new byte[] {10});
                        assertThat(attack("twice", (port, _) -> Attacker.open(port, seat), _ -> {}))
                                .isEqualTo(4002);
                        first.message(new byte[] {12});
                        assertThat(first.closed())
                                .as("the owner leaves as it likes")
                                .isEqualTo(4000);
                    }
                }),
                DynamicTest.dynamicTest("a forged token", () -> {
                    String seat = Attacker.seat(server.port(), room) + "&reconnectionToken=forged123";
                    assertThat(attack("forged", (port, _) -> Attacker.open(port, seat), _ -> {}))
                            .isEqualTo(4003);
                }));
    }

    @TestFactory
    @Order(4)
    Stream<DynamicTest> requestsThatAreBrokenOrTooLargeAreRefused() {
        String get = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        String hidden = "GET /__healthcheck HTTP/1.1\r\nHost: x\r\n\r\n";
        return Stream.of(
                answers("a header of 64 KiB", 431, get + "X-Big: " + "a".repeat(65_536) + "\r\n\r\n"),
                answers("a NUL", 400, get + "X-Nul: a\0b\r\n\r\n"),
                answers("no host", 400, "GET / HTTP/1.1\r\n\r\n"),
                answers("two lengths", 400, get + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
                answers(
                        "a length and chunks",
                        400,
                        get.replace("GET", "POST") + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                + hidden),
                answers("a lone percent", 400, post("/%", "{}")),
                answers("dots", 400, post("/matchmake/..%2f..%2fetc/passwd", "{}")),
                answers("50,000 brackets", 413, post("/matchmake/create/field", "[".repeat(50_000))),
                answers("a body of 900 KB", 413, post("/matchmake/create/field", "\"" + "x".repeat(900_000) + "\"")),
                answers(
                        "a page elsewhere",
                        403,
                        get.replace("Connection: close", "Origin: https://evil.example")
                                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
    }

    @Test
    @Order(5)
    void halfRequestsSilentConnectionsAndResetsLeaveNothingBehind() throws Exception {
        List<Attacker> slow = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            slow.add(Attacker.plain(server.port()));
            Attacker header = Attacker.plain(server.port());
            header.write("GET / HTTP/1.1\r\nHost: x\r\n");
            slow.add(header);
            Attacker body = Attacker.plain(server.port());
            body.write("POST /matchmake/create/field HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
            slow.add(body);
        }
        for (int i = 0; i < 20; i++) {
            Attacker.joined(server.port(), room).reset();
        }
        for (Attacker one : slow) {
            assertThat(one.rest()).as("until the server closed").doesNotContain(" 200 ");
            one.close();
        }
        server.until("only the honest are connected", () -> server.metric("hotrealm_connections") == 2);
    }

    @Test
    @Order(6)
    void afterAllThatHonestPlayersHaveSeenEveryTickAndNothingIsLeft() throws Exception {
        honest.tell("tick");
        long tick = Long.parseLong(honest.await("tick"));
        server.until("the room goes on", () -> ticked() > tick + 20);
        server.until("only the honest are connected", () -> server.metric("hotrealm_connections") == 2);
        server.until(
                "no threads are left behind",
                () -> server.metric("jvm_threads_live_threads") <= threadsBefore + MOST_NEW_THREADS);
        assertThat(server.heap() - heapBefore).as("growth of the heap").isLessThan(MOST_HEAP_GROWTH);
        assertThat(server.metric("hotrealm_room_failures_total")).isZero();
        honest.tell("end");
        assertThat(honest.await("summary")).isEqualTo("drops=0 leaves=0 skipped=0");
    }

    private static long ticked() {
        try {
            honest.tell("tick");
            return Long.parseLong(honest.await("tick"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
