package org.hotrealm.room.testkit;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A room without state that does nothing, for tests to override; notes timers and hooks. */
class PlainRoom implements RoomType {

    final List<String> notes = new ArrayList<>();
    private final String name;

    PlainRoom() {
        this("plain");
    }

    PlainRoom(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT;
    }

    @Override
    public @Nullable StateObject create(Room room, Payload options) throws RefusedException {
        return null;
    }

    @Override
    public Messages messages() {
        return Messages.NONE;
    }

    @Override
    public void join(Room room, Seat seat, Payload options) throws RefusedException {}

    @Override
    public void leave(Room room, Seat seat, boolean consented) {}

    @Override
    public void timer(Room room, Parcel due) {
        notes.add("%s at %d".formatted(due.kind(), room.tick().number()));
    }
}
