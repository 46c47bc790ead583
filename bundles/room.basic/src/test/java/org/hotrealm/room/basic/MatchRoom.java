package org.hotrealm.room.basic;

import org.hotrealm.room.api.Matching;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A listed room that keeps what its clients came with. */
final class MatchRoom implements RoomType {

    private final boolean broken;

    MatchRoom(boolean broken) {
        this.broken = broken;
    }

    @Override
    public String name() {
        return "match";
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT.withMaxClients(10);
    }

    @Override
    public Matching matching() {
        return Matching.ANY.withListing();
    }

    @Override
    public @Nullable StateObject create(Room room, Payload options) throws RefusedException {
        if (broken) {
            throw new RefusedException(RefusedException.APPLICATION_ERROR, "no match today");
        }
        return null;
    }

    @Override
    public Messages messages() {
        return Messages.NONE;
    }

    @Override
    public void join(Room room, Seat seat, Payload options) {
        seat.data(options);
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {}
}
