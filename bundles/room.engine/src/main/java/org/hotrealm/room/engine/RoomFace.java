package org.hotrealm.room.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Randomness;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
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
    private final Errands errands;
    private final Map<Class<?>, Object> attachments = new HashMap<>();

    RoomFace(ActiveRoom room, Bindings bindings, SplitMix random) {
        this.room = room;
        this.bindings = bindings;
        this.random = random;
        this.errands = new Errands(room);
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
    public int rung() {
        return room.ladder().rung();
    }

    @Override
    public @Nullable StateObject state() {
        room.own();
        return room.patches().root();
    }

    @Override
    public Collection<Seat> seats() {
        room.own();
        return room.seatTable().joined();
    }

    @Override
    public @Nullable Seat seat(String sessionId) {
        room.own();
        RoomSeat seat = room.seatTable().of(sessionId);
        return seat == null ? null : seat.face();
    }

    @Override
    public void broadcast(String type, Payload payload, String... exceptSessions) {
        each(
                new Message(type, payload, false),
                exceptSessions,
                (seat, one) -> seat.out().deliver(one));
    }

    @Override
    public void broadcastAfterPatch(String type, Payload payload, String... exceptSessions) {
        each(new Message(type, payload, false), exceptSessions, room.patches()::after);
    }

    @Override
    public void broadcastBytes(String type, byte[] bytes, String... exceptSessions) {
        each(
                new Message(type, Payload.of(bytes), true),
                exceptSessions,
                (seat, one) -> seat.out().deliver(one));
    }

    private void each(Message message, String[] exceptSessions, BiConsumer<RoomSeat, Message> action) {
        room.own();
        List<String> except = List.of(exceptSessions);
        for (RoomSeat seat : room.seatTable().all()) {
            if (seat.connected() && !except.contains(seat.sessionId())) {
                action.accept(seat, message);
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
    public long after(int ticks, Parcel parcel) {
        room.own();
        return timers.at(tick().number() + Math.max(1, ticks), parcel);
    }

    @Override
    public long every(int ticks, Parcel parcel) {
        room.own();
        int period = Math.max(1, ticks);
        return timers.every(tick().number() + period, period, parcel);
    }

    @Override
    public boolean cancel(long timer) {
        room.own();
        return timers.cancel(timer);
    }

    @Override
    public void later(String kind, Callable<byte[]> work) {
        room.own();
        errands.later(kind, work);
    }

    @Override
    public void when(String kind, CompletionStage<?> result) {
        room.own();
        errands.when(kind, result);
    }

    @Override
    public Matchmaking rooms() {
        return room.host().matchmaking();
    }

    @Override
    public List<Reservation> reserve(List<Guest> guests) throws RefusedException {
        room.own();
        return room.seatTable().reserveAll(guests, "");
    }

    @Override
    public boolean reserved(String sessionId) {
        room.own();
        return room.seatTable().reserved(sessionId);
    }

    @Override
    public void lock() {
        room.own();
        room.shown().locked = true;
        room.listingChanged(true);
    }

    @Override
    public void unlock() {
        room.own();
        room.shown().locked = room.ending().begun();
        room.listingChanged(true);
    }

    @Override
    public boolean locked() {
        return room.shown().locked;
    }

    @Override
    public boolean full() {
        return room.seatTable().taken() >= room.shown().maxClients;
    }

    @Override
    public void maxClients(int seats) {
        room.own();
        if (seats < 1 || seats > RoomSettings.UNLIMITED) {
            throw new IllegalArgumentException(
                    "maxClients is %d, allowed are 1 to %d".formatted(seats, RoomSettings.UNLIMITED));
        }
        room.shown().maxClients = seats;
        room.listingChanged(true);
    }

    @Override
    public void byIdOnly(boolean hidden) {
        room.own();
        room.shown().byIdOnly = hidden;
        room.listingChanged(true);
    }

    @Override
    public void unlisted(boolean hidden) {
        room.own();
        room.shown().unlisted = hidden;
        room.listingChanged(true);
    }

    @Override
    public void autoDispose(boolean ends) {
        room.own();
        room.ending().autoDispose(ends);
    }

    @Override
    public void patchEvery(int ticks) {
        room.own();
        room.patches().every(ticks);
    }

    @Override
    public void patch() {
        room.own();
        room.patches().want();
    }

    @Override
    public Payload metadata() {
        return room.shown().metadata;
    }

    @Override
    public void metadata(Payload metadata) {
        room.own();
        room.shown().metadata = metadata;
        room.listingChanged(false);
    }

    @Override
    public void disconnect(int code, String reason) {
        room.own();
        room.loop().post(() -> room.ending().begin(code, reason));
    }

    @Override
    public void failed(String part, Throwable error) {
        room.failed(part, error);
    }

    @Override
    public void enter(String system) {
        room.own();
        room.hooks().running().enter(system);
    }

    @Override
    public void exit() {
        room.hooks().running().exit();
    }

    SplitMix randomness() {
        return random;
    }

    /** What is attached, by class. */
    Map<Class<?>, Object> attachments() {
        return attachments;
    }

    Timers timers() {
        return timers;
    }

    /** Lets go of what was attached, as a room does that has ended. */
    void clear() {
        attachments.clear();
    }
}
