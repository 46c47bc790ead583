package org.hotrealm.room.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomType;
import org.jspecify.annotations.Nullable;

/** The rooms of this node and the types to make more of. Any thread. */
final class RoomTable {

    private final Map<String, ActiveRoom> rooms = new ConcurrentHashMap<>();
    private final RoomHost host;
    private final int mostRooms;
    private final Dormitory dormitory;

    RoomTable(RoomHost host, int mostRooms) {
        this.host = host;
        this.mostRooms = mostRooms;
        this.dormitory = new Dormitory(this, host);
    }

    /** Those that stand still. */
    Dormitory dormitory() {
        return dormitory;
    }

    /** The version of a room type that new rooms get. */
    Binding type(String name) throws RefusedException {
        return host.behaviours()
                .preferred("room." + name)
                .filter(binding -> binding.service() instanceof RoomType)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.NO_HANDLER, "provided room name \"%s\" not defined".formatted(name)));
    }

    /**
     * What it takes to make a room.
     *
     * @param filter by which it is found
     * @param listed whether lobbies show it
     * @param address the client's that asks for it; empty for the server itself
     */
    record Plan(Binding type, Payload options, Payload filter, boolean listed, String address) {}

    /** Whether there are as many rooms as there may be. */
    boolean isFull() {
        return rooms.size() >= mostRooms;
    }

    /** Makes a room. */
    CompletableFuture<ActiveRoom> create(Plan plan) {
        if (isFull()) {
            return CompletableFuture.failedFuture(new RefusedException(
                    RefusedException.UNAVAILABLE, "this server runs %d rooms, the most it may".formatted(mostRooms)));
        }
        String id = host.ids().id();
        Binding its = host.behaviours().forRoom(plan.type.pin().system(), id).orElse(plan.type);
        RoomType roomType = (RoomType) its.service();
        ActiveRoom room = new ActiveRoom(id, roomType.name(), roomType.settings(), host);
        room.shown().filter = plan.filter;
        room.shown().listed = plan.listed;
        try {
            room.maker().made(plan.address);
        } catch (RefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        rooms.put(room.id(), room);
        CompletableFuture<ActiveRoom> made = new CompletableFuture<>();
        room.loop().post(() -> begin(room, its, plan.options, made));
        return made;
    }

    private void begin(ActiveRoom room, Binding type, Payload options, CompletableFuture<ActiveRoom> made) {
        try {
            room.create(type, options);
            made.complete(room);
        } catch (RefusedException e) {
            drop(room);
            made.completeExceptionally(e);
        } catch (Exception | Error e) {
            drop(room);
            room.failed("create", e);
            made.completeExceptionally(
                    new RefusedException(RefusedException.UNHANDLED, "the room could not be made: " + e));
        }
    }

    /** It never began. */
    private void drop(ActiveRoom room) {
        remove(room);
        room.maker().ended();
        host.listingTouched();
    }

    /** Runs a call on the room's thread; refused at once where the room hangs. */
    <T> CompletableFuture<T> onRoom(ActiveRoom room, Callable<T> call) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            room.requireResponsive();
        } catch (RefusedException e) {
            done.completeExceptionally(e);
            return done;
        }
        room.loop().post(new RoomLoop.Awaited() {
            @Override
            public void run() {
                try {
                    done.complete(call.call());
                } catch (Exception | Error e) {
                    done.completeExceptionally(e);
                }
            }

            @Override
            public void tooLate() {
                done.completeExceptionally(Dormitory.renewed(room.id()));
            }
        });
        return done;
    }

    /** A room that stood still is back. */
    void put(ActiveRoom room) {
        rooms.put(room.id(), room);
    }

    @Nullable
    ActiveRoom byId(String id) {
        return rooms.get(id);
    }

    /** Whether there is such a room here, be it that it stands still. */
    boolean knows(String id) {
        return rooms.containsKey(id) || dormitory.knows(id) || rooms.containsKey(id);
    }

    void remove(ActiveRoom room) {
        rooms.remove(room.id(), room);
    }

    List<ActiveRoom> all() {
        return List.copyOf(rooms.values());
    }
}
