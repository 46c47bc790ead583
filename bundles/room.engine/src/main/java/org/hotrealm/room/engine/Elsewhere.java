package org.hotrealm.room.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;

/**
 * Connections that want a seat in a room that is not here: it may be on another node, and be served from there. Who comes while
 * that cannot be told, as when this node has only just started, waits for a moment. Any thread; nothing blocks.
 */
final class Elsewhere {

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long AGAIN_MILLIS = 100;

    private final Host host;

    Elsewhere(Host host) {
        this.host = host;
    }

    SeatInput connect(Claim claim, SeatLink link) {
        Cluster cluster = host.directory().cluster();
        if (cluster != null && !cluster.distributed()) {
            return here(claim, link);
        }
        link.parked();
        look(claim, link, System.nanoTime() + PATIENCE_NANOS);
        return NoSeat.INSTANCE;
    }

    /** It has arrived meanwhile, or is refused. */
    private SeatInput here(Claim claim, SeatLink link) {
        return Connecting.connect(host.rooms(), claim, link);
    }

    private void look(Claim claim, SeatLink link, long until) {
        Cluster cluster = host.directory().cluster();
        if (cluster == null) {
            if (!waits(claim, link, until)) {
                link.resumed(here(claim, link));
            }
            return;
        }
        host.place(claim.roomId()).whenComplete((place, failure) -> {
            if (failure == null) {
                link.moved(place.nodeId());
            } else if (Errands.unwrap(failure) instanceof RefusedException) {
                link.resumed(here(claim, link));
            } else if (!waits(claim, link, until)) {
                link.close(ActiveRoom.COME_BACK, "where the room is cannot be told just now; come back");
            }
        });
    }

    /** Looks again in a moment; false where it has done so for long enough. */
    private boolean waits(Claim claim, SeatLink link, long until) {
        if (System.nanoTime() - until > 0) {
            return false;
        }
        CompletableFuture.delayedExecutor(AGAIN_MILLIS, TimeUnit.MILLISECONDS).execute(() -> look(claim, link, until));
        return true;
    }
}
