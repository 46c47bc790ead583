package org.hotrealm.room.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.hotrealm.room.api.Matching;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomType;
import org.jspecify.annotations.Nullable;

/** Makes rooms on this node. Any thread; nothing blocks. */
final class Founder {

    private final RoomTable rooms;
    private final Directory directory;
    private final JoinLimits limits;
    private final Load load;
    private final Executor waiting;

    Founder(RoomTable rooms, Directory directory, JoinLimits limits, Load load, Executor waiting) {
        this.rooms = rooms;
        this.directory = directory;
        this.limits = limits;
        this.load = load;
        this.waiting = waiting;
    }

    /**
     * Makes a room; completes when others can find it.
     *
     * @param address who asks; empty for the server itself
     */
    CompletableFuture<ActiveRoom> found(String name, Payload options, String address) {
        return CompletableFuture.supplyAsync(() -> prepare(name, options, address), waiting)
                .thenCompose(rooms::create)
                .thenCompose(room -> directory.listed(room).thenApply(done -> room));
    }

    private RoomTable.Plan prepare(String name, Payload options, String address) {
        try {
            limits.requireRoom(address);
            load.requireRoom(address);
            Binding binding = rooms.type(name);
            RoomType type = (RoomType) binding.service();
            Matching matching = type.matching();
            return new RoomTable.Plan(
                    binding, type.prepare(options), filter(matching, options), matching.listed(), address);
        } catch (RefusedException e) {
            throw new java.util.concurrent.CompletionException(e);
        } catch (RuntimeException | Error e) {
            throw new java.util.concurrent.CompletionException(
                    new RefusedException(RefusedException.UNHANDLED, "the room could not be prepared: " + e));
        }
    }

    /** Those of the options by which rooms of the type are found. */
    static Payload filter(Matching matching, Payload options) {
        Map<String, @Nullable Object> filter = new LinkedHashMap<>();
        for (String field : matching.filterBy()) {
            if (options.fields().containsKey(field)) {
                filter.put(field, options.field(field));
            }
        }
        return Payload.of(filter);
    }
}
