package org.hotrealm.itests.attacks;

import java.time.Duration;
import java.util.Objects;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.osgi.service.component.annotations.Component;

/** The room {@code field}: it counts its ticks, and in each of them everybody in it walks. */
@Component(service = Behaviour.class)
public final class FieldRoom implements RoomType {

    @Override
    public String name() {
        return "field";
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT;
    }

    @Override
    public StateObject create(Room room, Payload options) {
        StateObject field = Field.TYPE.create();
        long walkers = options.whole("walkers", 1, 1_000);
        for (int i = 0; i < walkers; i++) {
            Field.WALKERS.put(field, "w" + i, Field.WALKER.create());
        }
        return field;
    }

    @Override
    public Messages messages() {
        return Messages.of()
                .on("move", (room, seat, message) -> {
                    StateObject walker = walker(state(room), 0);
                    Field.X.set(walker, (float) message.payload().number("x", -1, 1));
                })
                .build();
    }

    @Override
    public void join(Room room, Seat seat, Payload options) {
        // Everybody sees the same, and nobody has anything of their own.
    }

    @Override
    public void tick(Room room, Tick tick) {
        StateObject field = state(room);
        Field.TICK.set(field, (int) tick.number());
        for (int i = 1; i < Field.WALKERS.of(field).size(); i++) {
            Field.X.set(walker(field, i), tick.number() + i);
            Field.Y.set(walker(field, i), tick.number() - i);
        }
    }

    @Override
    public Duration drop(Room room, Seat seat) {
        return Duration.ofSeconds(5);
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        // Nothing was kept for it.
    }

    private static StateObject walker(StateObject field, int number) {
        return Objects.requireNonNull(Field.WALKERS.get(field, "w" + number), "a walker that stays");
    }

    private static StateObject state(Room room) {
        return Objects.requireNonNull(room.state(), "the room has a state from its creation on");
    }
}
