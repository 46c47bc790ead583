package org.hotrealm.realm.api;

import org.hotrealm.content.api.ContentSet;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Room;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Makes worlds; a service. */
@ProviderType
public interface Worlds {

    /** A new world for this room with every spawn of the content's zone filled. */
    World create(Room room, ContentSet content);

    /** A world from a parcel made by {@link World#park}. Throws IllegalArgumentException for a parcel it cannot read. */
    default World restore(Room room, ContentSet content, Parcel parcel) {
        return restore(room, content, parcel, null);
    }

    /**
     * A world from a parcel made by {@link World#park}.
     *
     * @param state the synchronised state that the world had, whose objects it takes over, so that clients go on knowing them;
     *     null, or one of another shape, for a new one
     * @throws IllegalArgumentException for a parcel it cannot read
     */
    World restore(Room room, ContentSet content, Parcel parcel, @Nullable StateObject state);

    /** Whether {@link #restore} reads this parcel, by its kind and schema. */
    boolean reads(Parcel parcel);

    /** The root of a world's synchronised state, to be given to the room. */
    StateObject state(World world);
}
