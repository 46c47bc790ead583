package org.hotrealm.room.engine;

import org.hotrealm.room.api.Payload;

/** What others see of a room beside its seats. Written by the room's thread, or by the engine to lock it; read by any. */
final class Shown {

    /** Wall-clock time of its making, for lists only. */
    final long createdAt;

    volatile Payload filter = Payload.map();
    volatile Payload metadata = Payload.NONE;
    volatile int maxClients;
    volatile boolean locked;
    volatile boolean byIdOnly;
    volatile boolean unlisted;
    volatile boolean listed;

    Shown(int maxClients, long createdAt) {
        this.maxClients = maxClients;
        this.createdAt = createdAt;
    }

    Payload park() {
        return Payload.map(
                "createdAt", createdAt,
                "filter", filter.bytes(),
                "metadata", metadata.bytes(),
                "maxClients", maxClients,
                "locked", locked,
                "byIdOnly", byIdOnly,
                "unlisted", unlisted,
                "listed", listed);
    }

    static Shown resume(Fields from) {
        Shown shown = new Shown(from.integer("maxClients"), from.whole("createdAt"));
        shown.filter = from.payload("filter");
        shown.metadata = from.payload("metadata");
        shown.locked = from.flag("locked");
        shown.byIdOnly = from.flag("byIdOnly");
        shown.unlisted = from.flag("unlisted");
        shown.listed = from.flag("listed");
        return shown;
    }
}
