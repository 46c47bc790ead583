package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.hotrealm.room.api.Admission;
import org.hotrealm.room.api.Held;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.JoinRequest.Method;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomPart;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.StateObject;
import org.junit.jupiter.api.Test;

class LifeTest {

    /** A room that guards its door in both ways. */
    static final class Guarded extends PlainRoom {
        // example: auth
        @Override
        public Payload authenticate(JoinRequest request) throws RefusedException {
            // On a virtual thread: a call to an account service may block here.
            if (!"secret".equals(request.token())) {
                throw new RefusedException(RefusedException.AUTH_FAILED, "log in first");
            }
            return Payload.map("account", 42);
        }

        @Override
        public Admission admission() {
            return visitor -> {
                if ("banned".equals(visitor.token())) {
                    throw new RefusedException(RefusedException.AUTH_FAILED, "banned until Monday");
                }
                return visitor.auth().with("via", visitor.token());
            };
        }
        // end
    }

    @Test
    void clientIsJudgedWhenItAsksAndWhenItConnects() throws Exception {
        RoomHarness harness = RoomHarness.of(new Guarded());
        assertThatThrownBy(() -> harness.ask(Method.JOIN_OR_CREATE, "plain", Payload.map(), null))
                .hasMessage("log in first");

        Reservation seat = harness.ask(Method.JOIN_OR_CREATE, "plain", Payload.map(), "secret");
        assertThat(harness.connect(seat, "banned").refusal()).isEqualTo("525 banned until Monday");
        assertThat(harness.connect(seat, "web").refusal()).isEqualTo("524 seat reservation expired.");

        seat = harness.ask(Method.JOIN_OR_CREATE, "plain", Payload.map(), "secret");
        HarnessClient ada = harness.connect(seat, "web");
        assertThat(ada.joined()).isTrue();
        Payload auth = harness.room(ada.roomId())
                .look(room -> room.seat(ada.sessionId()).auth());
        assertThat(auth).isEqualTo(Payload.map("account", 42, "via", "web"));
    }

    /** A room whose level comes from somewhere slow. */
    static final class Prepared extends PlainRoom {
        // example: prepare
        @Override
        public Payload prepare(Payload options) {
            // On a virtual thread, before the room begins: a look into a database may block here.
            return options.with("level", "forest");
        }

        @Override
        public StateObject create(Room room, Payload options) {
            room.metadata(Payload.map("level", options.text("level", 20)));
            return null;
        }
        // end
    }

    @Test
    void whatACreationNeedsIsFetchedBeforeIt() {
        RoomHarness harness = RoomHarness.of(new Prepared());

        HarnessRoom room = harness.create("plain");

        Payload metadata = room.look(Room::metadata);
        assertThat(metadata).isEqualTo(Payload.map("level", "forest"));
    }

    /** Keeps seats of those who drop. */
    static final class Patient extends PlainRoom {
        // example: reconnection
        @Override
        public Duration drop(Room room, Seat seat) {
            // For a time, or until the room releases the seat.
            return seat.data().has("vip") ? Held.UNTIL_RELEASED : Duration.ofSeconds(10);
        }

        @Override
        public void reconnect(Room room, Seat seat) {
            seat.send("again", Payload.NONE);
        }
        // end

        @Override
        public void join(Room room, Seat seat, Payload options) {
            seat.data(options);
        }

        @Override
        public void leave(Room room, Seat seat, boolean consented) {
            notes.add("leave " + consented);
        }
    }

    @Test
    void droppedClientComesBackWithinItsTime() {
        Patient type = new Patient();
        RoomHarness harness = RoomHarness.of(type);
        harness.join("plain");
        HarnessClient ada = harness.join("plain");
        String token = ada.token();

        ada.drop();
        harness.advance(9_000);
        ada.reconnect();

        assertThat(ada.joined()).isTrue();
        assertThat(ada.messages("again")).hasSize(1);
        assertThat(ada.token()).isNotEqualTo(token);
        ada.drop();
        harness.advance(10_000);
        assertThat(ada.reconnect().refusal()).startsWith("524");
        assertThat(type.notes).containsExactly("leave false");
    }

    @Test
    void seatHeldWithoutLimitEndsWhenItIsReleased() {
        Patient type = new Patient();
        RoomHarness harness = RoomHarness.of(type);
        HarnessClient ada = harness.join("plain", "vip", true);
        ada.drop();
        harness.advance(Duration.ofHours(1));
        assertThat(type.notes).isEmpty();

        harness.room(ada.roomId()).run(room -> room.seat(ada.sessionId()).release());

        assertThat(type.notes).containsExactly("leave false");
    }

    // example: part
    static final class Chat implements RoomPart {
        @Override
        public String name() {
            return "chat";
        }

        @Override
        public Messages messages() {
            return Messages.of()
                    .on("say", (room, seat, message) -> room.broadcast("say", message.payload()))
                    .build();
        }

        @Override
        public void join(Room room, Seat seat, Payload options) {
            room.broadcast("say", Payload.of("somebody came"), seat.sessionId());
        }
    }

    static final class Hall extends PlainRoom {
        @Override
        public List<RoomPart> parts() {
            return List.of(new Chat());
        }
    }
    // end

    @Test
    void partBringsItsMessagesAndHooks() {
        RoomHarness harness = RoomHarness.of(new Hall());
        HarnessClient ada = harness.join("plain");
        HarnessClient bob = harness.join("plain");

        bob.send("say", Payload.of("hello"));

        assertThat(ada.messages("say")).containsExactly(Payload.of("somebody came"), Payload.of("hello"));
    }

    /** Saves at the end, which takes a while. */
    static final class Saving extends PlainRoom {
        // example: shutdown
        @Override
        public void shutdown(Room room) {
            room.broadcast("farewell", Payload.NONE);
            room.later("saved", () -> new byte[0]);
        }
        // end

        @Override
        public void dispose(Room room) {
            notes.add("dispose");
        }
    }

    @Test
    void roomFinishesItsWorkBeforeTheServerGoesDown() {
        Saving type = new Saving();
        RoomHarness harness = RoomHarness.of(type);
        HarnessClient ada = harness.join("plain");

        harness.shutdown(4001);

        assertThat(ada.messages("farewell")).hasSize(1);
        assertThat(ada.closeCode()).isEqualTo(4001);
        assertThat(type.notes).containsExactly("saved at 0", "dispose");
        assertThat(harness.rooms()).isEmpty();
    }

    @Test
    void roomThatNobodyJoinsEndsWithItsSeatTime() throws Exception {
        RoomHarness harness = RoomHarness.of(new PlainRoom());
        harness.ask(Method.CREATE, "plain", Payload.map(), null);
        harness.create("plain");
        assertThat(harness.rooms()).hasSize(2);

        harness.advance(15_100);

        assertThat(harness.rooms()).isEmpty();
    }

    @Test
    void seatTimeIsTheRoomsOwn() throws Exception {
        RoomHarness harness = RoomHarness.of(new PlainRoom() {
            @Override
            public RoomSettings settings() {
                return RoomSettings.DEFAULT.withSeatMillis(1_000);
            }
        });
        Reservation seat = harness.ask(Method.CREATE, "plain", Payload.map(), null);

        harness.advance(1_100);

        assertThat(harness.connect(seat, null).refusal()).isEqualTo("524 seat reservation expired.");
    }

    @Test
    void hookThatThrowsIsToldToTheRoomAndHurtsNobodyElse() {
        PlainRoom type = new PlainRoom() {
            @Override
            public Messages messages() {
                return Messages.of()
                        .on("fail", (room, seat, message) -> {
                            throw new IllegalStateException("on purpose");
                        })
                        .build();
            }

            @Override
            public void failed(Room room, String hook, Throwable error) {
                notes.add(hook + ": " + error.getMessage());
            }
        };
        HarnessClient ada = RoomHarness.of(type).join("plain");

        ada.send("fail");

        assertThat(type.notes).containsExactly("message fail: on purpose");
        assertThat(ada.joined()).isTrue();
    }

    @Test
    void everybodyIsClosedWhenTheRoomDisconnects() {
        RoomHarness harness = RoomHarness.of(new PlainRoom());
        HarnessClient ada = harness.join("plain");
        HarnessClient bob = harness.join("plain");

        harness.room(ada.roomId()).run(room -> room.disconnect(4100, "match over"));

        assertThat(List.of(ada.closeCode(), bob.closeCode())).containsExactly(4100, 4100);
        assertThat(bob.closeReason()).isEqualTo("match over");
    }

    @Test
    void timerAfterASwapComesToTheNewVersion() {
        PlainRoom first = new PlainRoom();
        PlainRoom second = new PlainRoom();
        RoomHarness harness = RoomHarness.of(first);
        HarnessClient ada = harness.join("plain");
        harness.room(ada.roomId()).run(room -> room.after(4, Parcel.empty("bell")));

        harness.rebind(harness.add(second, "1.1.0"));
        harness.advance(1_000);

        assertThat(first.notes).isEmpty();
        assertThat(second.notes).containsExactly("bell at 4");
    }
}
