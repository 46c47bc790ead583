package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hotrealm.room.api.JoinRequest.Method;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomLifeTest {

    private final EchoType type = new EchoType();
    private final TestEngine engine = new TestEngine(type);

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void whatIsSentWhileJoiningArrivesAfterTheAcknowledgement() throws Exception {
        var client = engine.join("echo");

        assertThat(client.link().next()).startsWith("hello");
        assertThat(client.token()).hasSize(24);
    }

    @Test
    void messageThatCannotBeWrittenHoldsUpNothingBehindIt() throws Exception {
        EchoType careless = new EchoType() {
            @Override
            public void join(Room room, Seat seat, Payload options) throws RefusedException {
                seat.send("unwritable", Payload.NONE);
                super.join(room, seat, options);
            }
        };
        try (TestEngine other = new TestEngine(careless)) {
            var client = other.join("echo");

            assertThat(client.link().next()).startsWith("hello");
            assertThat(other.room(client).info().failures()).isEqualTo(1);
        }
    }

    @Test
    void messagesReachTheirHandlerAndRequestsTheirAnswer() throws Exception {
        var client = joined();

        client.input().message(message("echo", Payload.of(5)));
        assertThat(client.link().next()).isEqualTo("echo 5");

        client.input().request(3, message("number", Payload.map("n", 4)));
        assertThat(client.link().next()).isEqualTo("3 OK 4.0");
        client.input().request(4, message("reject", Payload.NONE));
        assertThat(client.link().next()).isEqualTo("4 REJECTED {why=because}");
        client.input().request(5, message("nobody", Payload.NONE));
        assertThat(client.link().next()).startsWith("5 ERROR {name=no_handler");
    }

    @Test
    void badPayloadClosesTheClientAndNamesTheField() throws Exception {
        var client = joined();

        client.input().message(message("number", Payload.map("n", 40)));

        assertThat(client.link().next())
                .startsWith("close 4002")
                .contains("'n' is 40")
                .contains("0.0 to 9.0");
        assertThat(type.hooks.poll(5, TimeUnit.SECONDS)).isEqualTo("join");
        assertThat(type.hooks.poll(5, TimeUnit.SECONDS)).isEqualTo("leave false");
    }

    @Test
    void messageWithoutHandlerClosesTheClient() throws Exception {
        var client = joined();

        client.input().message(message("nope", Payload.NONE));

        assertThat(client.link().next()).isEqualTo("close 4002 room onMessage for \"nope\" not registered.");
    }

    @Test
    void handlerThatThrowsIsCountedAndTheRoomGoesOn() throws Exception {
        var client = joined();

        client.input().message(message("fail", Payload.NONE));
        assertThat(client.link().next()).startsWith("error 523");

        client.input().message(message("echo", Payload.of("still here")));
        assertThat(client.link().next()).isEqualTo("echo still here");
        assertThat(engine.room(client).info().failures()).isEqualTo(1);
    }

    @Test
    void tickThatThrowsDoesNotStopTheTicks() throws Exception {
        var client = joined();
        type.failingTick = true;

        engine.ticks(engine.room(client), 5);

        assertThat(engine.room(client).info().failures()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void broadcastReachesAllButTheExcepted() throws Exception {
        var one = joined();
        var two = joined();

        one.input().message(message("shout", Payload.of("hey")));

        assertThat(two.link().next()).isEqualTo("shout hey");
        assertThat(one.link().quiet()).isTrue();
    }

    @Test
    void droppedClientComesBackToItsSeatWithItsTokenAndGetsANewOne() throws Exception {
        var client = joined();
        client.input().gone();

        var back = engine.connect(client.seat(), client.token());

        assertThat(back.greeting()).startsWith("joined ");
        assertThat(back.token()).isNotEqualTo(client.token());
        assertThat(List.of(type.hooks.take(), type.hooks.take(), type.hooks.take()))
                .containsExactly("join", "drop", "reconnect");
    }

    @Test
    void usedTokenIsRefused() throws Exception {
        var client = joined();
        client.input().gone();
        engine.connect(client.seat(), client.token());

        var thief = engine.connect(client.seat(), client.token());

        assertThat(thief.greeting()).startsWith("refused 524");
    }

    @Test
    void reservationIsGoodForOneClient() throws Exception {
        var client = joined();

        var second = engine.connect(client.seat(), null);

        assertThat(second.greeting()).isEqualTo("refused 524 seat reservation expired.");
    }

    @Test
    void clientThatIsNotKeptLeavesAndTheEmptyRoomEnds() throws Exception {
        type.kept = false;
        var client = joined();

        client.input().gone();

        assertThat(List.of(type.hooks.take(), type.hooks.take(), type.hooks.take(), type.hooks.take()))
                .containsExactly("join", "drop", "leave false", "dispose");
    }

    @Test
    void leavingClosesWithConsent() throws Exception {
        var client = joined();

        client.input().leave();

        assertThat(client.link().next()).isEqualTo("close 4000 ");
    }

    @Test
    void kickedClientIsClosedAndLeaves() throws Exception {
        var client = joined();

        client.input().message(message("kick", Payload.NONE));

        assertThat(client.link().next()).isEqualTo("close 4005 kicked");
        assertThat(type.hooks.take()).isEqualTo("join");
        assertThat(type.hooks.take()).isEqualTo("leave false");
    }

    @Test
    void refusedJoinTellsCodeAndText() throws Exception {
        Reservation seat = engine.reserve(Method.CREATE, "echo", Payload.map("refuse", true));

        assertThat(engine.connect(seat, null).greeting()).isEqualTo("refused 526 not you");
    }

    @Test
    void refusedCreationReachesTheClientAndLeavesNoRoom() {
        assertThatThrownBy(() -> engine.reserve(Method.CREATE, "echo", Payload.map("bad", true)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("onAuth failed");
        assertThat(engine.rooms.all()).isEmpty();
    }

    @Test
    void unknownNamesAndIdsAreRefusedInTheWordsOfTheProtocol() {
        assertThatThrownBy(() -> engine.reserve(Method.JOIN, "nothing", Payload.map()))
                .hasMessage("provided room name \"nothing\" not defined");
        assertThatThrownBy(() -> engine.reserve(Method.JOIN, "echo", Payload.map()))
                .hasMessage("no rooms found with provided criteria");
        assertThatThrownBy(() -> engine.reserve(Method.JOIN_BY_ID, "abc", Payload.map()))
                .hasMessage("room \"abc\" not found");
    }

    @Test
    void manyWhoComeTogetherMeetInOneRoom() {
        assertThat(comeTogether(engine, 8)).hasSize(1);
    }

    @Test
    void whoeverMadeARoomThatOthersFilledGetsAnother() {
        try (TestEngine small = new TestEngine(new EchoType("one", 2))) {
            assertThat(comeTogether(small, 100)).hasSizeBetween(50, 100);
        }
    }

    /** So many clients ask at the same instant, and each gets a seat; the rooms they are in. */
    private static Set<String> comeTogether(TestEngine at, int clients) {
        List<CompletableFuture<Reservation>> seats = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                seats.add(CompletableFuture.supplyAsync(() -> joinOrCreate(at), many));
            }
        }
        return seats.stream().map(seat -> seat.join().roomId()).collect(Collectors.toSet());
    }

    private static Reservation joinOrCreate(TestEngine at) {
        try {
            return at.reserve(Method.JOIN_OR_CREATE, "echo", Payload.map());
        } catch (RefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fullRoomIsPassedOver() throws Exception {
        for (int i = 0; i < 10; i++) {
            engine.reserve(Method.JOIN_OR_CREATE, "echo", Payload.map());
        }

        engine.reserve(Method.JOIN_OR_CREATE, "echo", Payload.map());

        assertThat(engine.rooms.all()).hasSize(2);
    }

    @Test
    void roomUsedFromAStrangersThreadSaysProblemAndRemedy() throws Exception {
        var room = engine.room(joined());

        assertThatThrownBy(room.face()::seats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Problem:")
                .hasMessageContaining("Remedy:");
    }

    @Test
    void blockingWorkComesBackAsATimerOnTheRoomsThread() throws Exception {
        CompletableFuture<String> came = new CompletableFuture<>();
        try (TestEngine other = new TestEngine(new EchoType() {
            @Override
            public void timer(org.hotrealm.room.api.Room room, org.hotrealm.room.api.Parcel due) {
                room.seats();
                came.complete(due.kind());
            }
        })) {
            var room = other.room(other.join("echo"));
            other.on(room, () -> {
                room.face().later("lookup", () -> new byte[1]);
                return true;
            });
            assertThat(came.get(5, TimeUnit.SECONDS)).isEqualTo("lookup");
        }
    }

    private TestEngine.Client joined() throws Exception {
        var client = engine.join("echo");
        assertThat(client.link().next()).startsWith("hello");
        return client;
    }

    private static Message message(String type, Payload payload) {
        return new Message(type, payload, false);
    }
}
