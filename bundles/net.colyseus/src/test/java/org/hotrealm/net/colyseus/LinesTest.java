package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.state.schema.Encoded;
import org.junit.jupiter.api.Test;

/** What clients and rooms say to each other. */
class LinesTest extends WithLines {

    private static Encoded encoded(String hex) {
        byte[] state = Vectors.hex(hex);
        byte[] bytes = new byte[Encoded.HEADROOM + state.length];
        System.arraycopy(state, 0, bytes, Encoded.HEADROOM, state.length);
        return new Encoded(bytes, Encoded.HEADROOM, state.length);
    }

    @Test
    void aJoinGoesFromConnectToPatches() {
        FakeConnection connection = open(URL + "&_authToken=x");
        assertThat(rooms.take()).containsExactly("connect room12345 session12 null");
        rooms.link.joined("tokentokn", Vectors.hex("8001ff"));
        assertThat(connection.take()).containsExactly("0a09746f6b656e746f6b6e06736368656d61038001ff");
        receive(connection, "0a");
        receive(connection, "0a");
        assertThat(rooms.take()).containsExactly("acknowledged");
        rooms.link.state(encoded("8000"));
        rooms.link.patch(encoded("8001"));
        rooms.link.patch(encoded(""));
        rooms.link.flush();
        assertThat(connection.take()).containsExactly("0e8000", "0f8001", "0f", "flush");
    }

    @Test
    void aRoomWithoutStateAndAClientThatKnowsTheTypesGetNoTypes() {
        FakeConnection stateless = open(URL);
        rooms.link.joined("t", null);
        assertThat(stateless.take()).containsExactly("0a0174046e6f6e6500");
        FakeConnection back = open(URL + "&reconnectionToken=abc&skipHandshake=true");
        assertThat(rooms.take()).last().isEqualTo("connect room12345 session12 abc");
        rooms.link.joined("t", Vectors.hex("8001ff"));
        assertThat(back.take()).containsExactly("0a017406736368656d6100");
    }

    @Test
    void clientsOfOlderGenerationsAreToldByTheirEndpointAndGetTypesWithoutALength() {
        for (String url : new String[] {URL + "&dialect=17", "/v17" + URL, "/v16" + URL, URL + "&dialect=16"}) {
            FakeConnection older = open(url);
            rooms.link.joined("t", Vectors.hex("8001ff"));
            assertThat(older.take()).as(url).containsExactly("0a017406736368656d618001ff");
            assertThat(rooms.link.dialect().name()).isEqualTo(url.contains("17") ? "V17" : "V16");
        }
        assertThat(open(URL + "&dialect=15").take())
                .hasSize(2)
                .last()
                .isEqualTo("close 4002 dialect=15 in the endpoint is none of 16, 17 and 18");
    }

    @Test
    void aRefusalOf016HasItsOwnNumbers() {
        FakeConnection older = open(URL + "&dialect=16");
        rooms.link.refused(524, "no");
        assertThat(older.take()).containsExactly("0bcd7610a26e6f", "close 4002 no");
    }

    @Test
    void aRefusedJoinIsToldAndClosedWith4002AndARefusedReturnWith4003() {
        FakeConnection first = open(URL);
        rooms.link.refused(524, "seat reservation expired.");
        assertThat(first.take())
                .containsExactly(
                        "0bcd0c02b9"
                                + Vectors.hex(
                                        "seat reservation expired.".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        "close 4002 seat reservation expired.");
        FakeConnection back = open(URL + "&reconnectionToken=x");
        rooms.link.refused(524, "no");
        assertThat(back.take()).last().isEqualTo("close 4003 no");
        lines.closed(back, 4003, "");
        assertThat(rooms.take()).containsOnly("connect room12345 session12 null", "connect room12345 session12 x");
    }

    @Test
    void aConnectionThatNamesNoRoomIsRefused() {
        for (String url :
                new String[] {"/?sessionId=abc", "/x?sessionId=abc", "/p/r:1?sessionId=abc", "/p/r?sessionId="}) {
            assertThat(open(url).take()).as(url).hasSize(2).last().asString().startsWith("close 4002");
        }
        assertThat(rooms.take()).isEmpty();
    }

    @Test
    void messagesAndRequestsReachTheRoom() {
        FakeConnection connection = open(URL);
        rooms.take();
        receive(connection, "0da46d6f7665d4724092a178a1790acbc00e000000000000");
        receive(connection, "0d07a5736576656e");
        receive(connection, "0da97465726d696e617465");
        receive(connection, "11a3726177090807");
        receive(connection, "1500a373756d93010203");
        assertThat(rooms.take())
                .containsExactly(
                        "message move {x=Long 10, y=Double -3.75}",
                        "message #7 String seven",
                        "message terminate none",
                        "message raw bytes 090807",
                        "request 0 sum [Long 1, Long 2, Long 3]");
    }

    @Test
    void answersErrorsAndMessagesReachTheClient() {
        FakeConnection connection = open(URL);
        rooms.link.answer(new Answer(0, Answer.Status.OK, Payload.of(6)));
        rooms.link.answer(new Answer(1, Answer.Status.OK, Payload.NONE));
        rooms.link.answer(new Answer(3, Answer.Status.REJECTED, Payload.map("why", "because")));
        rooms.link.error(526, "join failed");
        rooms.link.message(new Message("#7", Payload.of("seven"), false));
        rooms.link.message(new Message("raw", Payload.of(new byte[] {9}), true));
        assertThat(connection.take())
                .containsExactly(
                        "16000006",
                        "160100",
                        "16030181a3776879a762656361757365",
                        "0bcd0e02ab6a6f696e206661696c6564",
                        "0d07a5736576656e",
                        "11a372617709");
    }

    @Test
    void anAnswerThatCannotBeWrittenBecomesAFault() {
        FakeConnection connection = open(URL);
        rooms.link.answer(new Answer(5, Answer.Status.OK, new Payload(new Object())));
        assertThat(connection.take()).singleElement().asString().startsWith("160502");
    }

    @Test
    void aMessageThatCannotBeWrittenIsToldToWhoSendsIt() {
        open(URL);
        assertThatThrownBy(() -> rooms.link.message(new Message("x", new Payload(new Object()), false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }

    @Test
    void aBroadcastIsWrittenOnceForAll() {
        MessageFrames frames = new MessageFrames();
        Message message = new Message("x", Payload.of(1), false);
        assertThat(frames.of(message)).isSameAs(frames.of(message));
        assertThat(frames.of(new Message("x", Payload.of(1), false))).isNotSameAs(frames.of(message));
    }

    @Test
    void aPingIsAnswered() {
        FakeConnection connection = open(URL);
        receive(connection, "12");
        assertThat(connection.take()).containsExactly("12", "flush");
    }
}
