package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.hotrealm.room.api.Parking.Thaw;
import org.hotrealm.room.api.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Rooms that stand still by themselves, whatever the others do: because they were taken from a thread, or move from node to
 * node. A sleeper is here before its room is gone from the table, and its room is there before it is gone from here: whoever
 * asks in between finds one of them. Any thread.
 */
final class Loners {

    private final RoomTable rooms;
    private final Standing standing;
    private final Map<String, Sleeper> sleepers = new ConcurrentHashMap<>();

    Loners(RoomTable rooms, Standing standing) {
        this.rooms = rooms;
        this.standing = standing;
    }

    Set<String> ids() {
        return Set.copyOf(sleepers.keySet());
    }

    @Nullable
    Sleeper asleep(String room) {
        return sleepers.get(room);
    }

    /** Makes a room again that was taken from its thread, and lets it go on. */
    CompletableFuture<Thaw> renew(ActiveRoom room, boolean trusted) {
        Sleeper sleeper = room.standstill().parkSeized(trusted);
        sleepers.put(room.id(), sleeper);
        rooms.remove(room);
        return wake(sleeper);
    }

    /** Has a room stand still that is about to leave this node; exceptionally where it does not in time, and goes on. */
    CompletableFuture<Sleeper> park(ActiveRoom room, Duration within) {
        Standing.Attempt attempt = standing.park(room, () -> leaves(room), sleepers);
        CompletableFuture<Sleeper> parked = new CompletableFuture<>();
        attempt.done()
                .copy()
                .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((sleeper, failure) -> {
                    if (failure instanceof TimeoutException && !attempt.giveUp()) {
                        // It has come to its standstill this very moment after all.
                        attempt.done().whenComplete((late, other) -> settle(parked, room, late, other, within));
                    } else {
                        settle(parked, room, sleeper, failure, within);
                    }
                });
        return parked;
    }

    private static void settle(
            CompletableFuture<Sleeper> parked,
            ActiveRoom room,
            @Nullable Sleeper sleeper,
            @Nullable Throwable failure,
            Duration within) {
        if (sleeper != null) {
            parked.complete(sleeper);
        } else {
            parked.completeExceptionally(
                    failure == null
                            ? new IllegalStateException("room '%s' has ended".formatted(room.id()))
                            : Dormitory.refusal(failure, within));
        }
    }

    private static boolean leaves(ActiveRoom room) {
        if (room.ending().begun()) {
            return false;
        }
        room.hooks().moving();
        return true;
    }

    /** Makes the room again and lets it go on, with the connections that wait for it. */
    CompletableFuture<Thaw> wake(Sleeper sleeper) {
        return standing.restore(sleeper).thenCompose(made -> goOn(made, sleeper));
    }

    private CompletableFuture<Thaw> goOn(ActiveRoom made, Sleeper sleeper) {
        rooms.put(made);
        sleepers.remove(made.id());
        return standing.goOn(made, sleeper);
    }

    /**
     * Makes a room of another node again and lets it go on here.
     *
     * @param allowed asked when it is made: whether it is this node's now
     * @return null where it is not, and nothing of it is left here
     */
    CompletableFuture<@Nullable ActiveRoom> take(Sleeper sleeper, Supplier<CompletableFuture<Boolean>> allowed) {
        if (sleepers.putIfAbsent(sleeper.id(), sleeper) != null || rooms.byId(sleeper.id()) != null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("room '%s' is here already".formatted(sleeper.id())));
        }
        CompletableFuture<@Nullable ActiveRoom> taken = standing.restore(sleeper)
                .thenCompose(made -> allowed.get().thenCompose(mine -> mine ? enter(made, sleeper) : drop(made)));
        return taken.whenComplete((room, failure) -> {
            if (room == null) {
                forsake(sleeper.id());
            }
        });
    }

    private CompletableFuture<@Nullable ActiveRoom> enter(ActiveRoom made, Sleeper sleeper) {
        return goOn(made, sleeper).thenApply(thaw -> made);
    }

    private static CompletableFuture<@Nullable ActiveRoom> drop(ActiveRoom made) {
        CompletableFuture<@Nullable ActiveRoom> dropped = new CompletableFuture<>();
        made.loop().post(() -> {
            made.standstill().vanish();
            dropped.complete(null);
        });
        return dropped;
    }

    /** The room runs on another node now: who waits for it here is sent there. */
    void left(Sleeper sleeper, String node) {
        sleeper.over();
        sleepers.remove(sleeper.id(), sleeper);
        sleeper.links().values().forEach(link -> link.moved(node));
        sleeper.newcomers().forEach(newcomer -> newcomer.link().moved(node));
    }

    /** A room could not be made again: whoever waits for it is told to come back. */
    void forsake(String room) {
        Sleeper sleeper = sleepers.remove(room);
        if (sleeper != null) {
            sleeper.over();
            sleeper.links()
                    .values()
                    .forEach(link -> link.close(ActiveRoom.COME_BACK, "the room is not here any more; come back"));
            sleeper.newcomers()
                    .forEach(
                            newcomer -> newcomer.link().refused(RefusedException.EXPIRED, "seat reservation expired."));
        }
    }
}
