package org.hotrealm.ops.health;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether rooms run in time, without failures and with all their systems. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=rooms", "hc.tags=rooms"})
public final class RoomsCheck implements HealthCheck {

    /** A room with more than this part of its ticks late is too slow for this machine. */
    private static final double LATE_PART = 0.01;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Rooms rooms;

    @Override
    public Result execute() {
        Rooms now = rooms;
        return now == null ? absent() : look(now.list());
    }

    private static Result absent() {
        FormattingResultLog log = new FormattingResultLog();
        log.critical("no room engine runs; look at realm:bundles and the log for why room.engine did not start");
        return new Result(log);
    }

    static Result look(List<RoomInfo> rooms) {
        FormattingResultLog log = new FormattingResultLog();
        for (RoomInfo room : rooms) {
            if (!room.missing().isEmpty()) {
                log.critical(
                        "room {} misses {}; install a bundle that provides it: realm:swap FILE",
                        room.id(),
                        room.missing());
            }
            if (!room.stuckIn().isEmpty()) {
                log.critical(
                        "room {}: hook '{}' does not come to an end, nobody is let in; the log has its stack",
                        room.id(),
                        room.stuckIn());
            } else if (room.stalls() > 0) {
                log.warn(
                        "room {}: hooks ran for too long {} times; the log has their stacks", room.id(), room.stalls());
            }
            if (room.failures() > 0) {
                log.warn("room {}: hooks or systems threw {} times; the log has the first", room.id(), room.failures());
            }
            overload(log, room);
            if (room.lateTicks() > 10 && room.lateTicks() > room.tick() * LATE_PART) {
                log.warn(
                        "room {}: {} of {} ticks began late; give it fewer clients, or more processor time",
                        room.id(),
                        room.lateTicks(),
                        room.tick());
            }
        }
        log.info(rooms.size() == 1 ? "{} room runs" : "{} rooms run", rooms.size());
        return new Result(log);
    }

    private static void overload(FormattingResultLog log, RoomInfo room) {
        if (room.rung() > 2) {
            log.critical(
                    "room {} is overloaded (rung {} of 3): its clock runs slower; send players elsewhere, see realm:rooms for what it runs",
                    room.id(),
                    room.rung());
        } else if (room.rung() > 0) {
            log.warn(
                    "room {} is overloaded (rung {} of 3): {}; fewer clients, more cores, or another version of what is slow",
                    room.id(),
                    room.rung(),
                    room.rung() == 1
                            ? "minds that nobody sees are spared"
                            : "patches go out half as often and nobody new is let in");
        }
    }
}
