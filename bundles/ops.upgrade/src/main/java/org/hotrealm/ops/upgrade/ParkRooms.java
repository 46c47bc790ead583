package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.Parking;
import org.osgi.framework.Bundle;

/**
 * A bundle whose live objects are kept by rooms, such as the world of a realm: the rooms stand still while the old version
 * goes, and make their objects again with the new one.
 */
final class ParkRooms implements Strategy {

    private final Part part;
    private final Owners owners;
    private final Container container;
    private final Health health;
    private final RoomChanges rooms;
    private final Steps steps;
    private final List<Bundle> stopped = new ArrayList<>();
    private boolean started;
    private boolean asleep;
    private boolean changed;

    ParkRooms(Part part, Owners owners, Container container, Health health, RoomChanges rooms, Steps steps) {
        this.part = part;
        this.owners = owners;
        this.container = container;
        this.health = health;
        this.rooms = rooms;
        this.steps = steps;
    }

    @Override
    public void check() throws Refusal {
        Converters.check(part);
        Owners.refuse(part.name(), owners.ask(owners.parking().obstacles(part.name())));
    }

    @Override
    public void apply() throws Refusal {
        List<String> expected = health.services(part.olds());
        steps.run("start", () -> {
            started = true;
            container.start(part.fresh());
        });
        steps.run("healthy", () -> health.await(part.fresh(), expected));
        Parking parking = owners.parking();
        Owners.refuse(part.name(), owners.ask(parking.obstacles(part.name())));
        steps.run("park", () -> owners.ask(parking.park(part.name(), owners.patience())));
        asleep = true;
        steps.run("stop", this::stop);
        steps.run("restore", () -> wake(parking, part.from(), part.to()));
        changed = true;
    }

    private void stop() throws Refusal {
        for (Bundle old : part.olds()) {
            stopped.add(old);
            container.stop(old);
        }
    }

    private void wake(Parking parking, String from, String to) throws Refusal {
        for (Parking.Thaw thaw : owners.ask(parking.wake(owners.patience()))) {
            rooms.went(thaw, part.name(), from, to);
        }
        asleep = false;
    }

    @Override
    public List<String> undo() {
        List<String> trouble = new ArrayList<>();
        if (changed) {
            Beside.attempt(this::parkAgain, trouble);
        }
        for (Bundle old : stopped.reversed()) {
            Beside.attempt(() -> container.start(old), trouble);
        }
        if (started) {
            Beside.attempt(() -> container.stop(part.fresh()), trouble);
        }
        if (asleep) {
            Beside.attempt(() -> wake(owners.parking(), part.to(), part.from()), trouble);
        }
        return trouble;
    }

    private void parkAgain() throws Refusal {
        owners.ask(owners.parking().park(part.name(), owners.patience()));
        asleep = true;
    }
}
