package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;

/**
 * All that an engine hands over: itself and its rooms, a parcel each.
 *
 * @param processId the node's name in the cluster
 * @param chosen versions that all new rooms get
 * @param rooms the rooms, standing still
 */
record EngineParcels(String processId, List<Pin> chosen, List<Sleeper> rooms) {

    private static final String ENGINE = "engine";
    private static final String ROOM = "room/";
    private static final int SCHEMA = 1;

    Map<String, Parcel> write() {
        Map<String, Parcel> parcels = new LinkedHashMap<>();
        List<Payload> pins = new ArrayList<>();
        chosen.forEach(
                pin -> pins.add(Payload.map("system", pin.system(), "version", pin.version(), "bundle", pin.bundle())));
        List<Payload> since = new ArrayList<>();
        rooms.forEach(room -> since.add(
                Payload.map("id", room.id(), "type", room.type(), "since", room.since(), "late", room.late())));
        Payload engine = Payload.map("processId", processId, "chosen", pins, "rooms", since);
        parcels.put(ENGINE, new Parcel(ENGINE, SCHEMA, engine.bytes()));
        rooms.forEach(room -> parcels.put(ROOM + room.id(), room.parcel()));
        return parcels;
    }

    /**
     * Reads what an engine left.
     *
     * @throws IllegalArgumentException where that is damaged or of a newer engine
     */
    static EngineParcels read(Map<String, Parcel> parcels) {
        Parcel engine = parcels.get(ENGINE);
        if (engine == null || engine.schema() != SCHEMA) {
            throw new IllegalArgumentException(
                    "no engine that this version (schema %d) reads is in the parcels: %s".formatted(SCHEMA, engine));
        }
        Fields from = new Fields(engine.payload());
        List<Pin> chosen = new ArrayList<>();
        for (Fields pin : from.parts("chosen")) {
            chosen.add(new Pin(pin.text("system"), pin.text("version"), pin.text("bundle")));
        }
        List<Sleeper> rooms = new ArrayList<>();
        for (Fields room : from.parts("rooms")) {
            Parcel parcel = parcels.get(ROOM + room.text("id"));
            if (parcel == null) {
                throw new IllegalArgumentException("the parcel of room '%s' is missing".formatted(room.text("id")));
            }
            // Refuses what is newer before anything is made.
            Snapshot.open(parcel);
            rooms.add(new Sleeper(
                    room.text("id"), room.text("type"), parcel, room.whole("since"), room.whole("late"), Map.of()));
        }
        return new EngineParcels(from.text("processId"), chosen, rooms);
    }
}
