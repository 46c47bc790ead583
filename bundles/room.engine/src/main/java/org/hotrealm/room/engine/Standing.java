package org.hotrealm.room.engine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.hotrealm.room.api.Parking.Thaw;
import org.jspecify.annotations.Nullable;

/** How one room comes to a standstill, and out of it as another one made of its parcel. Any thread. */
final class Standing {

    private final RoomTable rooms;
    private final RoomHost host;

    Standing(RoomTable rooms, RoomHost host) {
        this.rooms = rooms;
        this.host = host;
    }

    /**
     * Puts a room to sleep between two of its ticks, when nothing of it is under way elsewhere.
     *
     * @param wanted asked on the room's thread
     * @param into where it is found from then on
     */
    Attempt park(ActiveRoom room, BooleanSupplier wanted, Map<String, Sleeper> into) {
        Attempt attempt = new Attempt();
        CompletableFuture<@Nullable Sleeper> done = attempt.done;
        Runnable task = () -> {
            if (!wanted.getAsBoolean()) {
                done.complete(null);
                return;
            }
            room.ending().works().whenIdle(() -> parkNow(room, into, attempt));
        };
        room.loop().post(RoomLoop.awaited(task, () -> done.completeExceptionally(Dormitory.renewed(room.id()))));
        return attempt;
    }

    /** A standstill that was asked for: either it begins, or it is given up. */
    static final class Attempt {
        private final CompletableFuture<@Nullable Sleeper> done = new CompletableFuture<>();
        private final AtomicBoolean decided = new AtomicBoolean();

        /** Completes with null for a room that is not wanted or ends; never where it was given up. */
        CompletableFuture<@Nullable Sleeper> done() {
            return done;
        }

        /** The room goes on; false where it is too late for that, and {@link #done} completes at once. */
        boolean giveUp() {
            return decided.compareAndSet(false, true);
        }
    }

    private void parkNow(ActiveRoom room, Map<String, Sleeper> into, Attempt attempt) {
        if (!attempt.decided.compareAndSet(false, true)) {
            return;
        }
        CompletableFuture<@Nullable Sleeper> done = attempt.done;
        if (room.hooks().running().custody().taken()) {
            done.completeExceptionally(Dormitory.renewed(room.id()));
            return;
        }
        if (room.ending().begun()) {
            done.complete(null);
            return;
        }
        try {
            // A sleeper is there before its room is gone: whoever asks in between finds one of them.
            Sleeper sleeper = room.standstill().park();
            into.put(room.id(), sleeper);
            rooms.remove(room);
            done.complete(sleeper);
        } catch (RuntimeException | Error e) {
            room.failed("park", e);
            done.completeExceptionally(e);
        }
    }

    /** Makes the room again. It does not tick yet, and is in no table. */
    CompletableFuture<ActiveRoom> restore(Sleeper sleeper) {
        CompletableFuture<ActiveRoom> made = new CompletableFuture<>();
        try {
            Fields from = Snapshot.open(sleeper.parcel());
            ActiveRoom room = new ActiveRoom(
                    from.text("id"),
                    from.text("type"),
                    RoomParcel.settings(from),
                    host,
                    Shown.resume(from.part("shown")),
                    from.whole("random"));
            room.loop().post(() -> {
                try {
                    room.restore(from);
                    room.stats().late(sleeper.late());
                    made.complete(room);
                } catch (Exception | Error e) {
                    made.completeExceptionally(new IllegalStateException(
                            "room '%s' (%s) could not be made again: %s"
                                    .formatted(sleeper.id(), sleeper.type(), e.getMessage()),
                            e));
                }
            });
        } catch (RuntimeException e) {
            made.completeExceptionally(e);
        }
        return made;
    }

    /** Lets a room that was made again tick, with the connections that wait for it; it is in the table already. */
    CompletableFuture<Thaw> goOn(ActiveRoom room, Sleeper sleeper) {
        sleeper.over();
        sleeper.links().forEach((session, link) -> Connecting.resume(rooms, room.id(), session, link));
        CompletableFuture<Thaw> thaw = new CompletableFuture<>();
        room.loop().post(() -> {
            room.standstill().goOn();
            thaw.complete(new Thaw(room.id(), room.tick().number() + 1, System.nanoTime() - sleeper.since()));
        });
        for (Sleeper.Newcomer newcomer : sleeper.newcomers()) {
            newcomer.link().resumed(Connecting.connect(rooms, newcomer.claim(), newcomer.link()));
        }
        return thaw;
    }
}
