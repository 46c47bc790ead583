package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.Step;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.junit.jupiter.api.Test;

class TimeTest {

    private static final StateType.Builder T = StateType.named("Clock");
    private static final IntField COUNT = T.uint16("count");
    private static final StateType TYPE = T.build();

    // example: timers
    static final class Bell extends PlainRoom {
        @Override
        public StateObject create(Room room, Payload options) {
            room.after(Duration.ofSeconds(1), Parcel.empty("once"));
            long ringing = room.every(Duration.ofMillis(500), Parcel.empty("ring"));
            room.after(Duration.ofMillis(1_600), Parcel.of("stop", Payload.map("timer", ringing)));
            return null;
        }

        @Override
        public void timer(Room room, Parcel due) {
            notes.add(due.kind() + " " + room.tick().millis());
            if (due.kind().equals("stop")) {
                room.cancel(due.payload().whole("timer", 0, Long.MAX_VALUE));
            }
        }
    }
    // end

    @Test
    void timersComeWhenTheyAreDueUntilCancelled() {
        Bell bell = new Bell();
        RoomHarness harness = RoomHarness.of(bell);
        harness.join("plain");

        harness.advance(5_000);

        assertThat(bell.notes).containsExactly("ring 500", "once 1000", "ring 1000", "ring 1500", "stop 1600");
    }

    // example: steps
    static final class Physics extends PlainRoom {
        final List<Step> steps = new ArrayList<>();

        @Override
        public RoomSettings settings() {
            return RoomSettings.DEFAULT.withTickMillis(50).withSubSteps(4);
        }

        @Override
        public void step(Room room, Step step) {
            steps.add(step);
        }
    }
    // end

    @Test
    void tickIsCutIntoEqualSteps() {
        Physics physics = new Physics();
        RoomHarness harness = RoomHarness.of(physics);
        harness.join("plain");

        harness.advance(100);

        assertThat(physics.steps).hasSize(8);
        assertThat(physics.steps.get(5)).isEqualTo(new Step(6, 1, 0.0125));
    }

    /** Counts by itself and sends what it is told to. */
    static final class Turns extends PlainRoom {
        // example: patches
        @Override
        public RoomSettings settings() {
            return RoomSettings.DEFAULT.withPatchEveryTicks(0);
        }

        @Override
        public Messages messages() {
            return Messages.of()
                    .on("turn", (room, seat, message) -> {
                        COUNT.add(room.state(), 1);
                        room.broadcastAfterPatch("turned", Payload.of(COUNT.get(room.state())));
                        room.patch();
                    })
                    .on("live", (room, seat, message) -> room.patchEvery(1))
                    .build();
        }
        // end

        @Override
        public StateObject create(Room room, Payload options) {
            return TYPE.create();
        }

        @Override
        public void tick(Room room, Tick tick) {
            COUNT.add(room.state(), 10);
        }
    }

    @Test
    void roomWithManualPatchesSendsThemWhenItSaysSo() {
        RoomHarness harness = RoomHarness.of(new Turns());
        HarnessClient ada = harness.join("plain");
        harness.advance(500);
        assertThat(ada.updates()).as("the full state").isEqualTo(1);

        ada.send("turn");

        assertThat(ada.state()).containsEntry("count", 101);
        assertThat(ada.last("turned")).isEqualTo(Payload.of(101L));
        harness.advance(500);
        assertThat(ada.updates()).isEqualTo(2);

        ada.send("live");
        harness.advance(500);
        assertThat(ada.updates()).isEqualTo(12);
    }
}
