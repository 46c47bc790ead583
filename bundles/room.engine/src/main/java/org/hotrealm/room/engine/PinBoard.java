package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The swap barrier: changes rooms over between ticks, and lets no behaviour's bundle go before every room let go of it. */
final class PinBoard implements Pins {

    private static final Logger LOG = LoggerFactory.getLogger(PinBoard.class);
    private static final int PATIENCE_MILLIS = 5000;

    private final Behaviours behaviours;
    private final RoomTable rooms;
    private final EngineMeters meters;
    private final int deadlineMillis;

    PinBoard(Behaviours behaviours, RoomTable rooms, EngineMeters meters, int deadlineMillis) {
        this.behaviours = behaviours;
        this.rooms = rooms;
        this.meters = meters;
        this.deadlineMillis = deadlineMillis;
    }

    @Override
    public List<Pin> available() {
        return behaviours.all();
    }

    @Override
    public List<Pin> defaults() {
        return behaviours.defaults();
    }

    @Override
    public void prefer(String bundle, String version, int percent) {
        behaviours.prefer(bundle, version, percent);
    }

    @Override
    public CompletionStage<List<Rebind>> rebind(Pin pin, List<String> ids) {
        Binding target = behaviours.find(pin).orElse(null);
        if (target == null) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "no bundle here provides %s; available are %s".formatted(pin, behaviours.all())));
        }
        if (ids.isEmpty()) {
            behaviours.choose(pin);
        }
        return change(pin.system(), target, room -> ids.isEmpty() || ids.contains(room.id()), PATIENCE_MILLIS);
    }

    /** A version has come, and is among the behaviours: rooms that miss the system get it. */
    void appeared(Binding binding) {
        meters.versionsChanged();
        change(
                binding.pin().system(),
                binding,
                room -> room.bindings().missing().contains(binding.pin().system()),
                PATIENCE_MILLIS);
    }

    /**
     * A version goes, and is not among the behaviours any more. Its rooms get the preferred of the others, or miss the system; this waits until they have let go, as
     * the bundle must not stop under them.
     */
    void goes(Binding gone) {
        meters.versionsChanged();
        String system = gone.pin().system();
        @Nullable Binding next = behaviours.preferred(system).orElse(null);
        CompletableFuture<List<Rebind>> done =
                change(system, next, room -> gone.pin().equals(room.pins().get(system)), deadlineMillis);
        if (rooms.all().stream().anyMatch(room -> room.loop().owned())) {
            // Stopped from within a room's own hook: waiting for that room would wait for ever.
            return;
        }
        try {
            done.get(deadlineMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            LOG.warn("Not every room let go of {} within {} ms: {}", gone.pin(), deadlineMillis, e.toString());
        }
    }

    /** A version did not come to its end in a room. Where that happens again and again, no room is to have it any more. */
    void hung(Pin pin) {
        if (!behaviours.hung(pin)) {
            return;
        }
        LOG.error(
                "{} of {} {} did not come to its end in {} rooms: no room of this node gets it any more. Swap in another"
                        + " version (realm:swap FILE), or take it out",
                pin.system(),
                pin.bundle(),
                pin.version(),
                Behaviours.MOST_HUNG);
        @Nullable Binding next = behaviours.preferred(pin.system()).orElse(null);
        change(pin.system(), next, room -> pin.equals(room.pins().get(pin.system())), PATIENCE_MILLIS)
                .exceptionally(failure -> {
                    LOG.warn("Not every room let go of {}: {}", pin, failure.toString());
                    return List.of();
                });
    }

    private CompletableFuture<List<Rebind>> change(
            String system, @Nullable Binding to, Predicate<ActiveRoom> which, int patience) {
        List<CompletableFuture<Rebind>> changes = new ArrayList<>();
        List<String> waitedFor = new ArrayList<>();
        for (ActiveRoom room : rooms.all()) {
            if (which.test(room) && room.bindings().knows(system)) {
                waitedFor.add(room.id());
                changes.add(room.rebind(system, to));
            }
        }
        return CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new))
                .orTimeout(patience, TimeUnit.MILLISECONDS)
                .handle((none, error) -> collect(system, changes, waitedFor, error));
    }

    private List<Rebind> collect(
            String system, List<CompletableFuture<Rebind>> changes, List<String> waitedFor, @Nullable Throwable error) {
        List<Rebind> done = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            CompletableFuture<Rebind> change = changes.get(i);
            if (change.isDone() && !change.isCompletedExceptionally()) {
                done.add(change.join());
                meters.rebound();
            } else {
                late.add(waitedFor.get(i));
            }
        }
        if (error != null) {
            throw new java.util.concurrent.CompletionException(new TimeoutException(
                    "rooms %s did not change over to another version of '%s': %s".formatted(late, system, error)));
        }
        return List.copyOf(done);
    }
}
