package org.hotrealm.room.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Randomness;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A room as its type and systems see it. Owns the room's timers, seed and attachments; refuses other threads. */
final class RoomFace implements Room {

    private final ActiveRoom room;
    private final Bindings bindings;
    private final SplitMix random;
    private final Timers timers = new Timers();
    private final Map<Class<?>, Object> attachments = new HashMap<>();

    RoomFace(ActiveRoom room, Bindings bindings, SplitMix random) {
        this.room = room;
        this.bindings = bindings;
        this.random = random;
    }

    @Override
    public String id() {
        return room.id();
    }

    @Override
    public String type() {
        return room.type();
    }

    @Override
    public Tick tick() {
        return room.tick();
    }

    @Override
    public Randomness random() {
        return random;
    }

    @Override
    public @Nullable StateObject state() {
        room.own();
        return room.root();
    }

    @Override
    public Collection<Seat> seats() {
        room.own();
        return room.seatTable().joined();
    }

    @Override
    public @Nullable Seat seat(String sessionId) {
        room.own();
        return room.seatTable().of(sessionId);
    }

    @Override
    public void broadcast(String type, Payload payload, String... exceptSessions) {
        room.own();
        Message message = new Message(type, payload, false);
        List<String> except = List.of(exceptSessions);
        for (RoomSeat seat : room.seatTable().all()) {
            if (seat.connected() && !except.contains(seat.sessionId())) {
                seat.deliver(message);
            }
        }
    }

    @Override
    public <T> void attach(Class<T> key, T value) {
        room.own();
        attachments.put(key, value);
    }

    @Override
    public <T> T attached(Class<T> key) {
        room.own();
        Object found = attachments.get(key);
        if (found == null) {
            throw new IllegalStateException(
                    "room %s has no %s attached: attach it in the create hook".formatted(id(), key.getName()));
        }
        return key.cast(found);
    }

    @Override
    public <T extends Behaviour> List<T> systems(Class<T> type) {
        room.own();
        return bindings.services(type);
    }

    @Override
    public Map<String, Pin> pins() {
        return bindings.pins();
    }

    @Override
    public void after(int ticks, Parcel parcel) {
        room.own();
        timers.after(tick().number() + Math.max(1, ticks), parcel);
    }

    @Override
    public void later(String kind, Callable<byte[]> work) {
        room.own();
        room.later(kind, work);
    }

    @Override
    public void lock() {
        room.lock(true);
    }

    @Override
    public void unlock() {
        room.lock(false);
    }

    @Override
    public void metadata(Payload metadata) {
        room.own();
        room.metadata(metadata);
    }

    @Override
    public void disconnect(int code, String reason) {
        room.own();
        room.loop().post(() -> room.end(code, reason));
    }

    @Override
    public void failed(String part, Throwable error) {
        room.failed(part, error);
    }

    Timers timers() {
        return timers;
    }

    /** Lets go of what was attached, as a room does that has ended. */
    void clear() {
        attachments.clear();
    }
}
