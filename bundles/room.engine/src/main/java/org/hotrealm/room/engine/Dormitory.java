package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.Parking.Thaw;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.SeatLink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rooms that stand still while something beneath them is replaced, and how they come to it and out of it. Any thread. */
final class Dormitory {

    private static final Logger LOG = LoggerFactory.getLogger(Dormitory.class);
    private static final long LOOK_AGAIN_MILLIS = 5;

    private final RoomTable rooms;
    private final RoomHost host;
    private final Map<String, Sleeper> sleepers = new ConcurrentHashMap<>();
    private final Standing standing;
    private final Loners loners;
    /** Completes when the rooms that stand still go on; exceptionally when they do so in another engine. */
    private volatile CompletableFuture<Void> awake = CompletableFuture.completedFuture(null);

    Dormitory(RoomTable rooms, RoomHost host) {
        this.rooms = rooms;
        this.host = host;
        this.standing = new Standing(rooms, host);
        this.loners = new Loners(rooms, standing);
    }

    /** Those that stand still by themselves, whatever the others do. */
    Loners loners() {
        return loners;
    }

    /** What a caller gets who came a moment too late. */
    static RefusedException renewed(String room) {
        return new RefusedException(
                RefusedException.UNAVAILABLE, "room \"%s\" is being renewed; try again in a moment".formatted(room));
    }

    // --- to sleep

    /** What keeps these rooms from standing still. */
    CompletableFuture<List<String>> obstacles(Predicate<ActiveRoom> which) {
        List<CompletableFuture<List<String>>> answers = new ArrayList<>();
        for (ActiveRoom room : rooms.all()) {
            answers.add(rooms.onRoom(
                            room, () -> which.test(room) ? room.standstill().obstacles() : List.<String>of())
                    .exceptionally(e -> List.of(String.valueOf(Errands.unwrap(e).getMessage()))));
        }
        return all(answers)
                .thenApply(lists -> lists.stream().flatMap(List::stream).toList());
    }

    /**
     * Has these rooms stand still, each between two of its ticks and when nothing of it is under way elsewhere; all of them or
     * none.
     */
    CompletableFuture<List<Sleeper>> park(Predicate<ActiveRoom> which, Duration within) {
        if (!sleepers.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("rooms %s stand still already".formatted(sleepers.keySet())));
        }
        if (!loners.ids().isEmpty()) {
            return CompletableFuture.failedFuture(renewed(String.join(", ", loners.ids())));
        }
        CompletableFuture<Void> asleep = new CompletableFuture<>();
        awake = asleep;
        List<Standing.Attempt> attempts = new ArrayList<>();
        for (ActiveRoom room : rooms.all()) {
            attempts.add(standing.park(room, () -> which.test(room), sleepers));
        }
        CompletableFuture<List<Sleeper>> parked = new CompletableFuture<>();
        all(dones(attempts))
                .copy()
                .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        LOG.info("{} rooms stand still", sleepers.size());
                        parked.complete(List.copyOf(sleepers.values()));
                    } else {
                        // Those that are about to stand still do so first: only then all can be woken.
                        List<Standing.Attempt> begun =
                                attempts.stream().filter(each -> !each.giveUp()).toList();
                        all(dones(begun)).whenComplete((late, other) -> giveUp(parked, refusal(failure, within)));
                    }
                });
        return parked;
    }

    private static List<CompletableFuture<@Nullable Sleeper>> dones(List<Standing.Attempt> attempts) {
        return attempts.stream().map(Standing.Attempt::done).toList();
    }

    private void giveUp(CompletableFuture<List<Sleeper>> parked, Throwable why) {
        LOG.warn("The rooms do not stand still, those that did go on: {}", why.toString());
        wake(Duration.ofSeconds(2)).whenComplete((thaws, failure) -> {
            if (failure != null) {
                why.addSuppressed(failure);
            }
            parked.completeExceptionally(why);
        });
    }

    static Throwable refusal(Throwable failure, Duration within) {
        Throwable why = Errands.unwrap(failure);
        return why instanceof TimeoutException
                ? new TimeoutException(
                        "not every room came to a standstill within %d ms: one is in a hook, or waits for work elsewhere"
                                .formatted(within.toMillis()))
                : why;
    }

    // --- and out of it

    /** Takes rooms in that stood still in another engine. */
    void takeIn(List<Sleeper> others) {
        awake = new CompletableFuture<>();
        others.forEach(sleeper -> sleepers.put(sleeper.id(), sleeper));
    }

    /** All rooms of this engine go on in another one. */
    void leave() {
        sleepers.clear();
        awake.completeExceptionally(renewed("*"));
    }

    /** Whether there are rooms that stand still. */
    boolean renewing() {
        return !awake.isDone() || awake.isCompletedExceptionally();
    }

    /** Waits until no room stands still. */
    void await(Duration within) throws RefusedException {
        try {
            awake.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw renewed("*");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw renewed("*");
        }
    }

    /** Makes the rooms again and lets them go on; all of them or none. */
    CompletableFuture<List<Thaw>> wake(Duration within) {
        return restore(within).thenCompose(this::goOn);
    }

    /** Makes the rooms again; all of them, or none and all sleep on. They do not tick yet. */
    CompletableFuture<List<ActiveRoom>> restore(Duration within) {
        return CompletableFuture.runAsync(() -> awaitTypes(within), host.waiting())
                .thenCompose(ready -> {
                    List<CompletableFuture<ActiveRoom>> made = new ArrayList<>();
                    sleepers.values().forEach(sleeper -> made.add(standing.restore(sleeper)));
                    return all(made).copy().orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
                });
    }

    private void awaitTypes(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        for (Sleeper sleeper : sleepers.values()) {
            while (host.behaviours().preferred("room." + sleeper.type()).isEmpty()) {
                if (System.nanoTime() - deadline > 0) {
                    throw new CompletionException(new RefusedException(
                            RefusedException.UNAVAILABLE,
                            "room \"%s\" cannot go on: no bundle provides its type 'room.%s'"
                                    .formatted(sleeper.id(), sleeper.type())));
                }
                try {
                    Thread.sleep(LOOK_AGAIN_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CompletionException(e);
                }
            }
        }
    }

    /** Lets rooms that were made again tick, with the connections that wait for them. */
    CompletableFuture<List<Thaw>> goOn(List<ActiveRoom> made) {
        List<CompletableFuture<Thaw>> thaws = new ArrayList<>();
        for (ActiveRoom room : made) {
            rooms.put(room);
            Sleeper sleeper = sleepers.remove(room.id());
            if (sleeper != null) {
                thaws.add(standing.goOn(room, sleeper));
            }
        }
        awake.complete(null);
        return all(thaws);
    }

    /** Keeps a connection for a room that stands still; false where there is none of this id. */
    boolean connectLater(Claim claim, SeatLink link) {
        Sleeper sleeper = asleep(claim.roomId());
        if (sleeper == null) {
            return false;
        }
        // Before it is on the list: it may be resumed at once.
        link.parked();
        return sleeper.connect(new Sleeper.Newcomer(claim, link));
    }

    boolean knows(String room) {
        return asleep(room) != null;
    }

    private @Nullable Sleeper asleep(String room) {
        Sleeper sleeper = sleepers.get(room);
        return sleeper == null ? loners.asleep(room) : sleeper;
    }

    /** As {@link #connectLater}, for one that has its seat. */
    boolean resumeLater(String room, String session, SeatLink link) {
        Sleeper sleeper = asleep(room);
        return sleeper != null && sleeper.resume(session, link);
    }

    /** The parcels of the rooms that stand still. */
    List<Sleeper> sleeping() {
        return List.copyOf(sleepers.values());
    }

    private static <T extends @Nullable Object> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }
}
