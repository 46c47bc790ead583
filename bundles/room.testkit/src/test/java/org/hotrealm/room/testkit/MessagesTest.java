package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.InvalidPayload;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Shape;
import org.junit.jupiter.api.Test;

class MessagesTest {

    enum Side {
        LEFT,
        RIGHT
    }

    record Point(double x, double y) {}

    record Plan(String title, Side side, long seq, boolean loud, byte[] data, Point at, List<Point> way) {
        Plan {
            if (title.isBlank()) {
                throw new IllegalArgumentException("a plan needs a title");
            }
        }
    }

    static final Shape<Point> POINT = Shape.of(MethodHandles.lookup(), Point.class)
            .number("x", -100, 100)
            .number("y", -100, 100)
            .build();

    static final Shape<Plan> PLAN = Shape.of(MethodHandles.lookup(), Plan.class)
            .text("title", 20)
            .oneOf("side", Side.class)
            .whole("seq", 0, 1L << 40)
            .otherwise(7L)
            .flag("loud")
            .otherwise(false)
            .bytes("data", 4)
            .otherwise(new byte[0])
            .shape("at", Point.class, POINT)
            .list("way", 2, POINT)
            .build();

    static final class Talk extends PlainRoom {
        // example: messages
        @Override
        public Messages messages() {
            return Messages.of()
                    .on("shout", (room, seat, message) -> room.broadcast("shout", message.payload(), seat.sessionId()))
                    .on("#7", (room, seat, message) -> seat.send("#7", message.payload()))
                    .onBytes("raw", (room, seat, bytes) -> room.broadcastBytes("raw", bytes))
                    .on(
                            "plan",
                            PLAN,
                            (room, seat, plan) ->
                                    seat.send("side", Payload.of(plan.side().name())))
                    .answer("add", POINT, (room, seat, point) -> Payload.of(point.x() + point.y()))
                    .answer("refuse", (room, seat, message) -> {
                        throw new RefusedException(Payload.map("why", "because"));
                    })
                    .later("lookup", (room, seat, message, request) -> lookUp(room, seat, message, request))
                    .otherwise((room, seat, message) -> Payload.of("what is " + message.type() + "?"))
                    .build();
        }
        // end

        // example: later
        private static void lookUp(Room room, Seat seat, Message message, long request) {
            String word = message.payload().text("word", 20);
            String session = seat.sessionId();
            room.later(
                    "found",
                    () -> Payload.map("session", session, "request", request, "text", read(word))
                            .bytes());
        }

        @Override
        public void timer(Room room, Parcel due) {
            Payload found = due.payload();
            Seat seat = room.seat(found.text("session", 64));
            if (due.kind().equals("found") && seat != null) {
                seat.answer(found.whole("request", 0, Long.MAX_VALUE), Payload.of(found.field("text")));
            }
        }
        // end

        private static String read(String word) {
            return word + " is a word";
        }
    }

    private final RoomHarness harness = RoomHarness.of(new Talk());
    private final HarnessClient ada = harness.join("plain");
    private final HarnessClient bob = harness.join("plain");

    @Test
    void broadcastPassesOverTheExcepted() {
        ada.send("shout", Payload.of("hey"));

        assertThat(bob.last("shout")).isEqualTo(Payload.of("hey"));
        assertThat(ada.messages("shout")).isEmpty();
    }

    @Test
    void numericTypesAndBytesReachTheirHandlers() {
        ada.send("#7", Payload.of("seven"));
        ada.sendBytes("raw", new byte[] {9, 8, 7});

        assertThat(ada.last("#7")).isEqualTo(Payload.of("seven"));
        assertThat((byte[]) bob.last("raw").value()).containsExactly(9, 8, 7);
    }

    @Test
    void requestsAreAnsweredRejectedOrFallThrough() {
        assertThat(ada.request("add", Payload.map("x", 1, "y", 2)).payload()).isEqualTo(Payload.of(3.0));
        assertThat(ada.request("refuse", Payload.NONE).status()).isEqualTo(Answer.Status.REJECTED);
        assertThat(ada.request("nobody", Payload.NONE).payload()).isEqualTo(Payload.of("what is nobody?"));
    }

    @Test
    void requestIsAnsweredWhenItsWorkIsDone() {
        long request = ada.ask("lookup", Payload.map("word", "felix"));

        assertThat(ada.answer(request).payload()).isEqualTo(Payload.of("felix is a word"));
    }

    @Test
    void violationInAListNamesTheWayToTheField() {
        List<Object> way = List.of(
                Payload.map("x", 1, "y", 1).value(),
                Payload.map("x", 1, "y", 999).value());

        assertThatThrownBy(() -> PLAN.read(
                        Payload.map("title", "go", "side", "left", "at", Payload.map("x", 0, "y", 0), "way", way)))
                .isInstanceOf(InvalidPayload.class)
                .hasMessage("field 'way[1].y' is 999: a number from -100.0 to 100.0 is needed");
    }

    @Test
    void missingFieldsTakeTheirDefaultsAndTheRecordsOwnChecksCount() {
        Payload good = Payload.map("title", "go", "side", "right", "at", Payload.map("x", 0, "y", 0), "way", List.of());

        Plan plan = PLAN.read(good);

        assertThat(plan.seq()).isEqualTo(7);
        assertThat(plan.side()).isEqualTo(Side.RIGHT);
        assertThatThrownBy(() -> PLAN.read(good.with("title", " "))).hasMessageContaining("a plan needs a title");
        assertThatThrownBy(() -> PLAN.read(good.with("side", "up"))).hasMessageContaining("one of [LEFT, RIGHT]");
        assertThat(PLAN.describe()).contains("title: a text of up to 20 characters");
    }

    @Test
    void shapeThatDoesNotFitItsRecordIsRefusedWhenBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(MethodHandles.lookup(), Point.class)
                        .number("y", 0, 1)
                        .number("x", 0, 1)
                        .build())
                .withMessageContaining("[y, x]")
                .withMessageContaining("[x, y]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(MethodHandles.lookup(), Point.class)
                        .number("x", 0, 1)
                        .whole("y", 0, 1)
                        .build())
                .withMessageContaining("'y'")
                .withMessageContaining("double");
    }

    @Test
    void payloadsSurviveAsBytes() {
        Payload payload = Payload.map("a", List.of(1L, 2.5, "x", true), "b", java.time.Instant.EPOCH, "c", null);

        assertThat(Payload.ofBytes(payload.bytes())).isEqualTo(payload);
        assertThat(Payload.ofBytes(new byte[0]).none()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Payload.ofBytes("text".getBytes(StandardCharsets.UTF_8)));
    }
}
