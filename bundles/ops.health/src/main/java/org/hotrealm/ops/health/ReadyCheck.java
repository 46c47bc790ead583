package org.hotrealm.ops.health;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.hotrealm.net.api.Listening;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether new players should be sent here: the port is open, rooms can be joined and keep up, nobody drains the node. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=ready", "hc.tags=ready"})
public final class ReadyCheck implements HealthCheck {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Rooms rooms;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Listening listening;

    @Override
    public Result execute() {
        Rooms nowRooms = rooms;
        Listening nowListening = listening;
        FormattingResultLog log = new FormattingResultLog();
        if (nowRooms == null) {
            log.temporarilyUnavailable("no room engine runs (yet)");
        } else if (nowRooms.draining()) {
            log.temporarilyUnavailable("this node is draining; send players to another one");
        } else if (nowRooms.overload().refusing()) {
            log.temporarilyUnavailable(
                    "this node is overloaded, its rooms take {} % of what runs them; send players to another one",
                    Math.round(100 * nowRooms.overload().load()));
        }
        if (nowListening == null) {
            log.temporarilyUnavailable("the players' port is not open (yet)");
        } else {
            log.info("players connect at {}", nowListening.url());
        }
        return new Result(log);
    }
}
