package org.hotrealm.itests.conformance;

import java.time.Duration;
import java.util.Objects;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.LongField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.osgi.service.component.annotations.Component;

/** The room {@code ends}: ends connections in every way there is, and counts what it hears. */
@Component(service = Behaviour.class)
public final class EndsRoom implements RoomType {

    private static final StateType.Builder T = StateType.named("Ends");
    private static final LongField COUNT = T.uint32("count");
    private static final StateType TYPE = T.build();

    @Override
    public String name() {
        return "ends";
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT;
    }

    @Override
    public StateObject create(Room room, Payload options) {
        StateObject state = TYPE.create();
        COUNT.set(state, 0);
        return state;
    }

    @Override
    public Messages messages() {
        return Messages.of()
                .on(
                        "close",
                        (room, seat, message) -> seat.close(
                                (int) message.payload().whole("code", 1000, 4999),
                                message.payload().text("reason", 100, "")))
                .on("cut", (room, seat, message) -> seat.cut())
                .on("end", (room, seat, message) -> room.disconnect(4000, "the room is over"))
                .on("count", (room, seat, message) -> count(room))
                .on("fail", (room, seat, message) -> {
                    throw new IllegalStateException("on purpose");
                })
                .build();
    }

    @Override
    public void join(Room room, Seat seat, Payload options) throws RefusedException {
        if (options.has("refuse")) {
            throw new RefusedException(4321, "not you");
        }
        seat.send("options", options);
    }

    @Override
    public Duration drop(Room room, Seat seat) {
        return Duration.ofSeconds(20);
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        room.broadcast("left", Payload.map("session", seat.sessionId(), "consented", consented));
    }

    private static void count(Room room) {
        StateObject state = Objects.requireNonNull(room.state(), "the room has a state from its creation on");
        COUNT.set(state, COUNT.get(state) + 1);
    }
}
