package org.hotrealm.realm.world;

import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A world's parcel: its kind, the versions of its layout, and what is refused. */
final class WorldParcel {

    static final String KIND = "realm.world";
    /** 2 added statuses, pushes, global cooldowns, classes, stacks with their sources, things worn and ledgers. */
    static final int SCHEMA = 2;

    static final int OLDEST = 1;

    private WorldParcel() {}

    static Parcel of(LiveWorld world) {
        return new Parcel(KIND, SCHEMA, write(world).done());
    }

    /** Everything in the world but the events of the tick that is over. */
    static ByteWriter write(LiveWorld world) {
        ByteWriter out = new ByteWriter();
        out.text(world.zone()).whole(world.tick().number()).whole(world.tick().stepMillis());
        out.whole(world.lastId());
        out.whole(world.versions().size());
        world.versions().forEach((system, version) -> out.text(system).text(version));
        Roster roster = world.roster();
        out.whole(roster.players().size());
        roster.players().forEach(player -> player.write(out));
        out.whole(roster.monsters().size());
        roster.monsters().forEach(monster -> monster.write(out));
        world.ground().write(out);
        world.agenda().write(out);
        world.memory().write(out);
        return out;
    }

    /** A world from its parcel; where the content is newer, everybody gets its numbers. */
    static LiveWorld read(Room room, ContentSet content, Parcel parcel, @Nullable StateObject state) {
        ByteReader in = open(parcel);
        LiveWorld world = new LiveWorld(room, content, in.text(), state);
        world.resume(new Tick(in.whole(), in.integer()), in.integer());
        readVersions(world, in);
        int players = in.count();
        for (int i = 0; i < players; i++) {
            world.roster().add(LivePlayer.read(world, in));
        }
        int monsters = in.count();
        for (int i = 0; i < monsters; i++) {
            world.roster().add(readMonster(world, in));
        }
        world.ground().read(in);
        world.agenda().read(in);
        world.memory().read(in);
        in.end();
        world.known().sweep();
        world.populate();
        return world;
    }

    private static void readVersions(LiveWorld world, ByteReader in) {
        Map<String, String> versions = new TreeMap<>();
        int systems = in.count();
        for (int i = 0; i < systems; i++) {
            versions.put(in.text(), in.text());
        }
        world.versions(versions);
    }

    private static LiveMonster readMonster(LiveWorld world, ByteReader in) {
        int id = in.integer();
        String kind = in.text();
        String spawn = in.perhaps();
        LiveMonster monster =
                new LiveMonster(world, id, Kinds.of(world.content(), kind), Kinds.spawn(world.map(), spawn, kind));
        monster.knownAs(world.known());
        monster.read(in);
        return monster;
    }

    private static ByteReader open(Parcel parcel) {
        if (!parcel.kind().equals(KIND)) {
            throw new IllegalArgumentException(
                    "a parcel of kind '%s' is no world: '%s' is needed".formatted(parcel.kind(), KIND));
        }
        if (parcel.schema() > SCHEMA || parcel.schema() < OLDEST) {
            throw new IllegalArgumentException(
                    "the parcel of a world has schema %d, this version reads 1 to %d: install the realm.world that wrote it or a newer one; the parcel is untouched"
                            .formatted(parcel.schema(), SCHEMA));
        }
        return new ByteReader(parcel.bytes(), parcel.schema());
    }
}
