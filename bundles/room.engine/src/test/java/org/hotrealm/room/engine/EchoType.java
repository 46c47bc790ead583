package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A room type without state that answers, fails and counts on demand. */
class EchoType implements RoomType {

    static final Duration KEPT = Duration.ofSeconds(5);

    final LinkedBlockingQueue<String> hooks = new LinkedBlockingQueue<>();
    final String mark;
    final int maxClients;
    volatile boolean failingTick;
    volatile boolean kept = true;

    EchoType() {
        this("one", 10);
    }

    EchoType(String mark, int maxClients) {
        this.mark = mark;
        this.maxClients = maxClients;
    }

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public RoomSettings settings() {
        return new RoomSettings(5, 1, maxClients, RoomSettings.Inbox.ON_ARRIVAL, true, 64);
    }

    @Override
    public List<String> systems() {
        return List.of("extra");
    }

    @Override
    public @Nullable StateObject create(Room room, Payload options) throws RefusedException {
        if (options.has("bad")) {
            throw new RefusedException(RefusedException.AUTH_FAILED, "onAuth failed");
        }
        return null;
    }

    @Override
    public Messages messages() {
        return Messages.of()
                .answer("echo", (room, seat, message) -> {
                    seat.send("echo", message.payload());
                    return message.payload();
                })
                .answer("mark", (room, seat, message) -> Payload.of(mark))
                .answer(
                        "number",
                        (room, seat, message) -> Payload.of(message.payload().number("n", 0, 9)))
                .answer("reject", (room, seat, message) -> {
                    throw new RefusedException(Payload.map("why", "because"));
                })
                .on("fail", (room, seat, message) -> {
                    throw new IllegalStateException("on purpose");
                })
                .on("shout", (room, seat, message) -> room.broadcast("shout", message.payload(), seat.sessionId()))
                .on("kick", (room, seat, message) -> seat.close(4005, "kicked"))
                .build();
    }

    @Override
    public void join(Room room, Seat seat, Payload options) throws RefusedException {
        if (options.has("refuse")) {
            throw new RefusedException(RefusedException.APPLICATION_ERROR, "not you");
        }
        hooks.add("join");
        seat.send("hello", Payload.NONE);
    }

    @Override
    public Duration drop(Room room, Seat seat) {
        hooks.add("drop");
        return kept ? KEPT : Duration.ZERO;
    }

    @Override
    public void reconnect(Room room, Seat seat) {
        hooks.add("reconnect");
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        hooks.add("leave " + consented);
    }

    @Override
    public void tick(Room room, Tick tick) {
        if (failingTick) {
            throw new IllegalStateException("tick on purpose");
        }
    }

    @Override
    public void moving(Room room) {
        hooks.add("moving");
    }

    @Override
    public void rebound(Room room, Pin pin, @Nullable Pin from) {
        room.broadcast("rebound", Payload.of((from == null ? "nothing" : from.version()) + "->" + pin.version()));
    }

    @Override
    public void dispose(Room room) {
        hooks.add("dispose");
    }
}
