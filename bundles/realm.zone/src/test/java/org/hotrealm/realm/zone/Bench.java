package org.hotrealm.realm.zone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.world.WorldsComponent;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomSettings;

/** A realm on a fake room, moved tick by tick. */
final class Bench {

    private static final Settings SETTINGS = new Settings(
            new RoomSettings(50, 1, 100, RoomSettings.Inbox.ON_TICK, false, 1024),
            Duration.ofSeconds(30),
            60_000,
            new Operators(""),
            List.of("monsters", "skills", "loot"));

    final FakeRoom room;
    final RealmZone zone;
    final World world;
    private ContentSet content;

    Bench(ContentSet first) {
        this(first, 3);
    }

    /** With random numbers from this seed. */
    Bench(ContentSet first, long seed) {
        content = first;
        room = new FakeRoom(seed);
        zone = new RealmZone(new WorldsComponent(), new Source(), SETTINGS);
        room.state(zone.create(room, Payload.NONE));
        world = room.attached(World.class);
    }

    /** New content, from the next tick on. */
    void content(ContentSet next) {
        content = next;
    }

    FakeSeat join(String name) throws RefusedException {
        return join(Payload.map("name", name), name.toLowerCase(java.util.Locale.ROOT));
    }

    /** With these options, on a seat of this session. */
    FakeSeat join(Payload options, String session) throws RefusedException {
        FakeSeat seat = room.sit(session);
        zone.join(room, seat, options);
        return seat;
    }

    Player player(FakeSeat seat) {
        Player player = world.player(seat.sessionId());
        if (player == null) {
            throw new AssertionError("no player of " + seat.sessionId());
        }
        return player;
    }

    Payload send(FakeSeat seat, String type, Object... keysAndValues) throws RefusedException {
        Messages.Handler handler = zone.messages().handler(type);
        if (handler == null) {
            throw new AssertionError("no handler of " + type);
        }
        return handler.handle(room, seat, new Message(type, Payload.map(keysAndValues), false));
    }

    Bench tick() {
        return tick(1);
    }

    Bench tick(int times) {
        for (int i = 0; i < times; i++) {
            zone.tick(room, room.nextTick());
        }
        return this;
    }

    /** A system made of one action. */
    static RealmSystem system(String name, Phase phase, Consumer<World> action) {
        return new RealmSystem() {
            @Override
            public String system() {
                return name;
            }

            @Override
            public Phase phase() {
                return phase;
            }

            @Override
            public void run(World world) {
                action.accept(world);
            }
        };
    }

    /** A system that notes its name when it runs. */
    static RealmSystem noting(String name, Phase phase, List<String> notes) {
        return system(name, phase, world -> notes.add(name));
    }

    private final class Source implements Content {
        @Override
        public ContentSet current() {
            return content;
        }

        @Override
        public List<ContentProblem> problems() {
            return new ArrayList<>();
        }

        @Override
        public List<ContentProblem> check(java.nio.file.Path folder) {
            return List.of();
        }

        @Override
        public byte[] zoneFile(String name) {
            return new byte[0];
        }
    }
}
