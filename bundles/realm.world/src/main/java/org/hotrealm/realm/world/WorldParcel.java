package org.hotrealm.realm.world;

import org.hotrealm.room.api.Parcel;

/** A world's parcel: its kind, the versions of its layout, and what is refused. */
final class WorldParcel {

    static final String KIND = "realm.world";
    static final int SCHEMA = 1;

    private WorldParcel() {}

    static Parcel of(ByteWriter out) {
        return new Parcel(KIND, SCHEMA, out.done());
    }

    static ByteReader open(Parcel parcel) {
        if (!parcel.kind().equals(KIND)) {
            throw new IllegalArgumentException(
                    "a parcel of kind '%s' is no world: '%s' is needed".formatted(parcel.kind(), KIND));
        }
        if (parcel.schema() > SCHEMA || parcel.schema() < 1) {
            throw new IllegalArgumentException(
                    "the parcel of a world has schema %d, this version reads 1 to %d: install the realm.world that wrote it or a newer one; the parcel is untouched"
                            .formatted(parcel.schema(), SCHEMA));
        }
        return new ByteReader(parcel.bytes());
    }
}
