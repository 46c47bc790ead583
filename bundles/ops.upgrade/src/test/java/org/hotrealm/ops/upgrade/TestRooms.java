package org.hotrealm.ops.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Rooms that only know their pins; what is available they read from the real framework. */
final class TestRooms implements Pins, Rooms {

    private final BundleContext context;
    final Map<String, Pin> rooms = new LinkedHashMap<>();
    final List<Pin> rebound = new ArrayList<>();
    final List<String> preferred = new ArrayList<>();
    private @Nullable Pin chosen;
    UnaryOperator<List<String>> late = ids -> List.of();
    volatile long failures;
    volatile String failsUnder = "";
    volatile String slowUnder = "";
    volatile boolean ticking;
    volatile String standsUnder = "";
    volatile String stuckUnder = "";

    TestRooms(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<Pin> available() {
        List<Pin> pins = new ArrayList<>();
        try {
            Collection<ServiceReference<Behaviour>> found = context.getServiceReferences(Behaviour.class, null);
            for (ServiceReference<Behaviour> reference : found) {
                Behaviour behaviour = context.getService(reference);
                pins.add(new Pin(
                        behaviour.system(),
                        reference.getBundle().getVersion().toString(),
                        reference.getBundle().getSymbolicName()));
                context.ungetService(reference);
            }
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
        return pins;
    }

    @Override
    public List<Pin> defaults() {
        return chosen == null ? available() : List.of(chosen);
    }

    @Override
    public void prefer(String bundle, String version, int percent) {
        preferred.add("%s/%s %d".formatted(bundle, version, percent));
    }

    @Override
    public CompletionStage<List<Rebind>> rebind(Pin pin, List<String> ids) {
        if (!available().contains(pin)) {
            return CompletableFuture.failedStage(new IllegalArgumentException(pin + " is not here"));
        }
        List<String> wanted = ids.isEmpty() ? List.copyOf(rooms.keySet()) : ids;
        List<String> held = late.apply(wanted);
        List<Rebind> done = new ArrayList<>();
        for (String room : wanted) {
            if (!held.contains(room)) {
                Pin before = rooms.put(room, pin);
                done.add(new Rebind(room, before == null ? "" : before.version(), pin.version(), 7, 1_000_000));
            }
        }
        rebound.add(pin);
        chosen = ids.isEmpty() ? pin : chosen;
        return held.isEmpty()
                ? CompletableFuture.completedStage(done)
                : CompletableFuture.failedStage(new TimeoutException("rooms " + held + " did not reach an edge"));
    }

    @Override
    public List<RoomInfo> list() {
        return rooms.entrySet().stream().map(this::info).toList();
    }

    private RoomInfo info(Map.Entry<String, Pin> room) {
        if (room.getValue().version().equals(failsUnder)) {
            failures++;
        }
        String version = room.getValue().version();
        long tick = version.equals(standsUnder) ? 7 : System.nanoTime();
        String stuck = version.equals(stuckUnder) ? "tick monsters" : "";
        long took = !ticking ? 1 : version.equals(slowUnder) ? 40_000_000 : 1_000_000;
        return new RoomInfo(
                room.getKey(),
                "realm",
                2,
                10,
                false,
                tick,
                50,
                took,
                0,
                failures,
                List.of(room.getValue()),
                List.of(),
                stuck,
                0,
                0);
    }

    @Override
    public CompletionStage<Reservation> reserve(JoinRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeatInput connect(Claim claim, SeatLink link) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String processId() {
        return "test-node";
    }

    @Override
    public CompletionStage<Void> drain(int closeCode, Duration within) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean draining() {
        return false;
    }
}
