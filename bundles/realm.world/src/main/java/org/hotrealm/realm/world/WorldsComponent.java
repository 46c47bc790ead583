package org.hotrealm.realm.world;

import org.hotrealm.content.api.ContentSet;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.api.Worlds;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Room;
import org.hotrealm.state.schema.StateObject;
import org.osgi.service.component.annotations.Component;

/** Makes worlds and restores them. Stateless: a world belongs to its room. */
@Component
public final class WorldsComponent implements Worlds {

    @Override
    public World create(Room room, ContentSet content) {
        LiveWorld world = new LiveWorld(room, content, content.realm().zone());
        world.populate();
        return world;
    }

    @Override
    public World restore(Room room, ContentSet content, Parcel parcel) {
        return WorldParcel.read(room, content, parcel);
    }

    @Override
    public StateObject state(World world) {
        if (world instanceof LiveWorld live) {
            return live.root();
        }
        throw new IllegalArgumentException("world %s was not made by this service".formatted(world));
    }
}
