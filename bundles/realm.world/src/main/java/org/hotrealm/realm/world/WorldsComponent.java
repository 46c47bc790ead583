package org.hotrealm.realm.world;

import org.hotrealm.content.api.ContentSet;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.api.Worlds;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.StateOwner;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes worlds and restores them. Stateless: a world belongs to its room. */
@Component(service = Worlds.class)
@Capability(
        namespace = StateOwner.NAMESPACE,
        attribute = {
            "kind=" + WorldParcel.KIND,
            "schema:Long=" + WorldParcel.SCHEMA,
            "from:Long=" + WorldParcel.OLDEST,
            "in=rooms"
        })
public final class WorldsComponent implements Worlds {

    @Reference
    private Census census = new Census();

    @Override
    public World create(Room room, ContentSet content) {
        LiveWorld world = new LiveWorld(room, content, content.realm().zone());
        world.populate();
        world.counted(census.open());
        return world;
    }

    @Override
    public World restore(Room room, ContentSet content, Parcel parcel, @Nullable StateObject state) {
        LiveWorld world = WorldParcel.read(room, content, parcel, state);
        world.counted(census.open());
        return world;
    }

    @Override
    public boolean reads(Parcel parcel) {
        return parcel.kind().equals(WorldParcel.KIND)
                && parcel.schema() >= WorldParcel.OLDEST
                && parcel.schema() <= WorldParcel.SCHEMA;
    }

    @Override
    public StateObject state(World world) {
        if (world instanceof LiveWorld live) {
            return live.root();
        }
        throw new IllegalArgumentException("world %s was not made by this service".formatted(world));
    }
}
