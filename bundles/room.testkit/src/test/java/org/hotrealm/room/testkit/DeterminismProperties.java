package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.LongField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateSnapshot;
import org.hotrealm.state.schema.StateType;

class DeterminismProperties {

    /** A dice room whose rules keep the seed in the state: from a snapshot of it everything goes on as it would have. */
    static final class Dice extends PlainRoom {
        static final class Player {
            private static final StateType.Builder T = StateType.named("DicePlayer");
            static final IntField SUM = T.int32("sum");
            static final StateType TYPE = T.build();
        }

        private static final StateType.Builder T = StateType.named("Dice");
        static final LongField SEED = T.int64("seed");
        static final IntField ROLLS = T.int32("rolls");
        static final MapField<StateObject> PLAYERS = T.map("players", Player.TYPE);
        static final StateType TYPE = T.build();

        @Override
        public RoomSettings settings() {
            return RoomSettings.DEFAULT.withInbox(RoomSettings.Inbox.ON_TICK).withAutoDispose(false);
        }

        @Override
        public StateObject create(Room room, Payload options) {
            if (options.field("snapshot") instanceof byte[] bytes) {
                return StateSnapshot.read(bytes, TYPE);
            }
            StateObject state = TYPE.create();
            SEED.set(state, room.random().nextInt(1_000_000));
            return state;
        }

        @Override
        public Messages messages() {
            return Messages.of()
                    .on(
                            "roll",
                            (room, seat, message) ->
                                    roll(room, message.payload().text("who", 8)))
                    .build();
        }

        @Override
        public void join(Room room, Seat seat, Payload options) {}

        @Override
        public void tick(Room room, Tick tick) {
            if (ROLLS.get(room.state()) % 3 == 0) {
                roll(room, "house");
            }
        }

        private static void roll(Room room, String who) {
            StateObject state = room.state();
            long seed = (SEED.get(state) * 48_271) % 2_147_483_647;
            SEED.set(state, seed);
            ROLLS.add(state, 1);
            StateObject player = PLAYERS.get(state, who);
            if (player == null) {
                player = Player.TYPE.create();
                PLAYERS.put(state, who, player);
            }
            Player.SUM.add(player, (int) (seed % 6) + 1);
        }
    }

    @Property(tries = 100)
    void sameSeedAndInputsGiveTheSameHashesIdsAndMessages(
            @ForAll long seed, @ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> script) {
        assertThat(play(seed, script)).isEqualTo(play(seed, script));
    }

    private static List<Object> play(long seed, List<Integer> script) {
        RoomHarness harness = RoomHarness.seeded(seed, new Dice());
        HarnessClient ada = harness.join("plain");
        HarnessRoom room = harness.room(ada.roomId());
        List<Object> seen = new ArrayList<>(List.of(ada.sessionId(), ada.token()));
        for (int step : script) {
            act(room, ada, step);
            seen.add(room.hash());
        }
        seen.add(ada.state());
        return seen;
    }

    private static void act(HarnessRoom room, HarnessClient client, int step) {
        if (step == 0) {
            room.tick(2);
        } else {
            client.send("roll", "who", "p" + step);
            room.tick();
        }
    }

    // example: determinism
    @Property(tries = 100)
    void sameSnapshotAndInputsGiveTheSameHash(
            @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> before,
            @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> after) {
        RoomHarness harness = RoomHarness.of(new Dice());
        HarnessClient ada = harness.joinNew("plain");
        HarnessRoom first = harness.room(ada.roomId());
        before.forEach(step -> act(first, ada, step));
        first.tick();
        byte[] snapshot = first.look(room -> StateSnapshot.write(room.state()));

        HarnessClient bob = harness.joinNew("plain", "snapshot", snapshot);
        HarnessRoom second = harness.room(bob.roomId());

        RoomHarness alone = RoomHarness.of(new Dice());
        HarnessClient eve = alone.joinNew("plain", "snapshot", snapshot);
        after.forEach(step -> act(second, bob, step));
        after.forEach(step -> act(alone.room(eve.roomId()), eve, step));
        assertThat(second.hash()).isEqualTo(alone.room(eve.roomId()).hash());
    }
    // end
}
