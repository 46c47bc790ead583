package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotrealm.net.transport.WireFrame.BINARY;
import static org.hotrealm.net.transport.WireFrame.CLOSE;
import static org.hotrealm.net.transport.WireFrame.CONTINUATION;
import static org.hotrealm.net.transport.WireFrame.END;
import static org.hotrealm.net.transport.WireFrame.PING;
import static org.hotrealm.net.transport.WireFrame.PONG;
import static org.hotrealm.net.transport.WireFrame.TEXT;
import static org.hotrealm.net.transport.WireFrame.all;
import static org.hotrealm.net.transport.WireFrame.binary;
import static org.hotrealm.net.transport.WireFrame.close;
import static org.hotrealm.net.transport.WireFrame.declared;
import static org.hotrealm.net.transport.WireFrame.masked;
import static org.hotrealm.net.transport.WireFrame.ping;
import static org.hotrealm.net.transport.WireFrame.unmasked;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What RFC 6455 asks of a server, as tables: bytes in, what comes back. */
@Timeout(300)
class Rfc6455Test {

    private static final int LIMIT = 4096;

    private final Rig rig = new Rig();

    /**
     * One row.
     *
     * @param what the case, as a sentence
     * @param bytes what the client sends
     * @param answer what it gets: echoes and pongs in order as {@code opcode:text}, or the code of the closing frame
     */
    private record Row(String what, byte[] bytes, String answer) {}

    private static Row row(String what, String answer, byte[]... frames) {
        return new Row(what, all(frames), answer);
    }

    @BeforeEach
    void serve() {
        rig.sockets.serve(new RecordingHandler(true));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Stream<DynamicTest> answers(Stream<Row> rows) {
        return rows.map(row -> DynamicTest.dynamicTest(
                row.what, () -> assertThat(talk(row.bytes)).as(row.what).isEqualTo(row.answer)));
    }

    private Stream<DynamicTest> answers(Row... rows) {
        return answers(Stream.of(rows));
    }

    /** Sends the bytes and a last ping; tells what came back before its pong, or how the server closed. */
    private String talk(byte[] bytes) throws IOException {
        try (RawClient client = RawClient.upgraded(rig.transport.port(), "/")) {
            client.writeRegardless(all(bytes, ping("last")), 1);
            List<String> got = new ArrayList<>();
            while (true) {
                WireFrame frame = client.frame();
                if (frame == null) {
                    return "no closing frame";
                }
                if (frame.opcode() == CLOSE) {
                    assertThat(client.frame())
                            .as("what follows the closing frame")
                            .isNull();
                    return String.join(" ", got) + "closed " + frame.code();
                }
                if (frame.opcode() == PONG && frame.text().equals("last")) {
                    return echoes(client, got, bytes);
                }
                got.add(frame.opcode() + ":" + frame.text());
            }
        }
    }

    /** Pongs overtake messages: an echo may still be on its way. */
    private static String echoes(RawClient client, List<String> got, byte[] bytes) throws IOException {
        boolean echo = bytes.length > 0 && (bytes[0] & 0x0f) == BINARY;
        while (echo && got.stream().noneMatch(text -> text.startsWith(BINARY + ":"))) {
            WireFrame frame = client.frame();
            got.add(frame == null ? "no echo" : frame.opcode() + ":" + frame.text());
        }
        return String.join(" ", got.stream().sorted().toList());
    }

    @TestFactory
    Stream<DynamicTest> messagesOfEveryLengthComeBack() {
        return answers(IntStream.of(0, 1, 125, 126, 127, 128, 1000, LIMIT)
                .mapToObj(length -> row(length + " bytes", "2:" + "*".repeat(length), binary(length))));
    }

    @TestFactory
    Stream<DynamicTest> pingsAreAnsweredWithTheirPayload() {
        return answers(
                row("an empty ping", "10:", ping("")),
                row("a ping with text", "10:Hello", ping("Hello")),
                row("the longest ping", "10:" + "x".repeat(125), ping("x".repeat(125))),
                row("a ping too long", "closed 1002", ping("x".repeat(126))),
                row("a pong nobody asked for", "", masked(END | PONG, "unasked")),
                row("ten at once", "10:p 10:p 10:p 10:p 10:p 10:p 10:p 10:p 10:p 10:p", tenPings()));
    }

    private static byte[] tenPings() {
        return all(IntStream.range(0, 10).mapToObj(_ -> ping("p")).toArray(byte[][]::new));
    }

    @TestFactory
    Stream<DynamicTest> reservedBitsAndOpcodesAreRefused() {
        Stream<Row> bits = IntStream.rangeClosed(1, 7)
                .mapToObj(bit -> row("reserved bits " + bit, "closed 1002", masked(END | bit << 4 | BINARY, "x")));
        Stream<Row> control = Stream.of(
                row("a ping with a reserved bit", "closed 1002", masked(END | 0x40 | PING, "")),
                row("a close with a reserved bit", "closed 1002", masked(END | 0x20 | CLOSE, "")));
        Stream<Row> opcodes = IntStream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
                .mapToObj(code -> row("opcode " + code, "closed 1002", masked(END | code, "x")));
        return answers(Stream.of(bits, control, opcodes).flatMap(rows -> rows));
    }

    @TestFactory
    Stream<DynamicTest> fragmentsBecomeOneMessage() {
        return answers(
                row("two fragments", "2:ab", masked(BINARY, "a"), masked(END | CONTINUATION, "b")),
                row(
                        "empty first and last ones",
                        "2:mid",
                        masked(BINARY, ""),
                        masked(CONTINUATION, "mid"),
                        masked(END | CONTINUATION, "")),
                row(
                        "a ping between them",
                        "10:mid 2:ab",
                        masked(BINARY, "a"),
                        ping("mid"),
                        masked(END | CONTINUATION, "b")),
                row("a ping in fragments", "closed 1002", masked(PING, "a"), masked(END | CONTINUATION, "b")),
                row("a continuation of nothing", "closed 1002", masked(END | CONTINUATION, "x")),
                row("an open continuation of nothing", "closed 1002", masked(CONTINUATION, "x")),
                row("a message inside another", "closed 1002", masked(BINARY, "a"), binary("b")),
                row("a close inside a message", "closed 1000", masked(BINARY, "a"), close(1000, "")));
    }

    @TestFactory
    Stream<DynamicTest> textHasToBeUtf8() {
        HexFormat hex = HexFormat.of();
        Stream<Row> good = Stream.of("Hello-µ@ßöäüàá", "κόσμε", "\u0000", "\uffff", "\ud83d\ude00")
                .map(text -> row("text " + text, "", masked(END | TEXT, text)));
        Stream<Row> bad = Stream.of(
                        "80",
                        "bf",
                        "c0af",
                        "c1bf",
                        "c3",
                        "e0",
                        "e080af",
                        "eda080",
                        "edbfbf",
                        "f0",
                        "f08080af",
                        "f4908080",
                        "f888808080",
                        "fe",
                        "ff")
                .map(bytes -> row("no UTF-8: " + bytes, "closed 1007", masked(END | TEXT, hex.parseHex(bytes))));
        byte[] euro = hex.parseHex("e282ac");
        Stream<Row> split = Stream.of(row(
                "a character over two fragments",
                "",
                masked(TEXT, new byte[] {euro[0]}),
                masked(END | CONTINUATION, new byte[] {euro[1], euro[2]})));
        return answers(Stream.of(good, bad, split).flatMap(rows -> rows));
    }

    @TestFactory
    Stream<DynamicTest> closingIsAnsweredAndNothingAfterIt() {
        Stream<Row> codes = IntStream.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999)
                .mapToObj(code -> row("code " + code, "closed " + code, close(code, "")));
        Stream<Row> wrong = IntStream.of(0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535)
                .mapToObj(code -> row("no code: " + code, "closed 1002", close(code, "")));
        byte[] reason = all(new byte[] {3, (byte) 0xe8}, HexFormat.of().parseHex("eda080"));
        Stream<Row> forms = Stream.of(
                row("without a code", "closed 1005", masked(END | CLOSE, "")),
                row("with half a code", "closed 1002", masked(END | CLOSE, "a")),
                row("with the longest reason", "closed 1000", close(1000, "*".repeat(123))),
                row("with a reason too long", "closed 1002", close(1000, "*".repeat(124))),
                row("twice", "closed 1000", close(1000, ""), close(1000, "")),
                row("with data behind it", "closed 1000", close(1000, ""), binary("late")));
        Stream<Row> text = Stream.of(row("with a reason that is no text", "closed 1007", masked(END | CLOSE, reason)));
        return answers(Stream.of(codes, wrong, forms, text).flatMap(rows -> rows));
    }

    @TestFactory
    Stream<DynamicTest> framesHaveToBeMasked() {
        return answers(
                row("a message", "closed 1002", unmasked(END | BINARY, "x")),
                row("a ping", "closed 1002", unmasked(END | PING, "x")));
    }

    @TestFactory
    Stream<DynamicTest> lengthsAreBelievedOnlyWithinTheLimit() {
        return answers(
                row("one byte too many", "closed 1009", binary(LIMIT + 1)),
                row(
                        "too many in fragments",
                        "closed 1009",
                        masked(BINARY, new byte[LIMIT]),
                        masked(END | CONTINUATION, "x")),
                row("2 GiB declared", "closed 1009", declared(END | BINARY, 1L << 31)),
                row("2^62 declared", "closed 1009", declared(END | BINARY, 1L << 62)),
                row("2^63 declared", "closed 1009", declared(END | BINARY, Long.MIN_VALUE)),
                row("65 empty fragments", "closed 1008", masked(BINARY, ""), emptyFragments(64)));
    }

    private static byte[] emptyFragments(int count) {
        byte[] one = masked(CONTINUATION, "");
        return all(IntStream.range(0, count).mapToObj(_ -> one).toArray(byte[][]::new));
    }
}
