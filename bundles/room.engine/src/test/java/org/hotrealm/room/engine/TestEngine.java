package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.SeatInput;

/** The engine's parts put together as the component does, without a framework. */
final class TestEngine implements AutoCloseable {

    /** Settings with figures of their own, for so many workers. */
    static Settings settings(int workers) {
        return settings(workers, true);
    }

    /** The same, with rooms that give something up where they cannot keep up, or without. */
    static Settings settings(int workers, boolean ladder) {
        return new Settings(
                workers,
                100,
                "localhost:1",
                7,
                2000,
                500,
                15_000,
                new JoinLimits.Most(256, 64, 200),
                new Slow(1000, 2000),
                ladder);
    }

    final Machine machine;
    final Host host;
    final RoomTable rooms;
    final PinBoard pins;

    TestEngine(Behaviour... present) {
        this(settings(2), present);
    }

    TestEngine(Settings settings, Behaviour... present) {
        machine = new Machine(settings.workers(), settings.hookLimitMillis());
        host = new Host(settings, machine.threads(), new Behaviours(), new Ids());
        rooms = host.rooms();
        pins = host.pins();
        for (Behaviour behaviour : present) {
            add(behaviour, "1.0.0");
        }
    }

    Pin add(Behaviour behaviour, String version) {
        Pin pin = new Pin(behaviour.system(), version, "test");
        Binding binding = new Binding(pin, behaviour);
        host.behaviours().add(binding);
        pins.appeared(binding);
        return pin;
    }

    /** Takes a version away, as when its bundle stops. */
    void remove(Behaviour behaviour) {
        host.behaviours().remove(behaviour).ifPresent(pins::goes);
    }

    Reservation reserve(JoinRequest.Method method, String target, Payload options) throws RefusedException {
        return host.matchmaker().reserve(new JoinRequest(method, target, options, null, "127.0.0.1", Map.of()));
    }

    /** Joins and acknowledges. */
    Client join(String name) throws Exception {
        return connect(reserve(JoinRequest.Method.JOIN_OR_CREATE, name, Payload.map()), null);
    }

    Client connect(Reservation seat, String token) throws Exception {
        return connect(seat, token, new RecordingLink());
    }

    Client connect(Reservation seat, String token, RecordingLink link) throws Exception {
        ActiveRoom room = Objects.requireNonNull(rooms.byId(seat.roomId()));
        SeatGate gate = new SeatGate(room, link);
        room.loop().post(() -> room.seatTable().entrance().connect(gate, seat.sessionId(), token, null));
        String first = link.next();
        if (first.startsWith("joined ") || first.startsWith("offered ")) {
            gate.acknowledged();
        }
        return new Client(seat, gate, link, first);
    }

    ActiveRoom room(Client client) {
        return Objects.requireNonNull(rooms.byId(client.seat().roomId()));
    }

    /** Runs a call on the room's thread and gives its result. */
    <T> T on(ActiveRoom room, java.util.concurrent.Callable<T> call) {
        try {
            return rooms.onRoom(room, call).orTimeout(5, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Waits until the room has run so many more ticks. */
    void ticks(ActiveRoom room, int more) {
        List<Long> seen = new ArrayList<>();
        long until = on(room, () -> room.tick().number()) + more;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (room.info().tick() < until) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the room stopped ticking at " + room.info() + " " + seen);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        machine.close();
    }

    /** A client on its seat. */
    record Client(Reservation seat, SeatInput input, RecordingLink link, String greeting) {
        String token() {
            return greeting.substring(greeting.lastIndexOf(' ') + 1);
        }
    }
}
