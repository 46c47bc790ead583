package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pin;

/** A behaviour: the new version starts beside the old one, then each room changes over at its own tick's edge. */
final class Rebind implements Strategy {

    private final Part part;
    private final Container container;
    private final Health health;
    private final RoomChanges rooms;
    private final Steps steps;
    private final Where where;
    private List<Pin> bound = List.of();

    /**
     * Which rooms change over.
     *
     * @param named only these; empty for all
     * @param canary a share of all, in percent, goes first; 0 for none
     */
    record Where(List<String> named, int canary) {}

    Rebind(Part part, Container container, Health health, RoomChanges rooms, Steps steps, Where where) {
        this.part = part;
        this.container = container;
        this.health = health;
        this.rooms = rooms;
        this.steps = steps;
        this.where = where;
    }

    @Override
    public void check() throws Refusal {
        rooms.require();
        rooms.checkKnown(where.named());
    }

    @Override
    public void apply() throws Refusal {
        List<String> systems = part.olds().stream()
                .flatMap(old -> rooms.provided(part.name(), old.getVersion()).stream())
                .map(Pin::system)
                .distinct()
                .toList();
        List<String> services =
                part.olds().isEmpty() ? List.of(Behaviour.class.getName()) : health.services(part.olds());
        // New rooms do not get it only because it is the newest.
        rooms.prefer(part.name(), part.to(), where.canary());
        steps.run("start", () -> container.start(part.fresh()));
        bound = steps.ask("appear", () -> {
            // What its components wait for is known sooner, and told better, than what rooms do not see.
            health.await(part.fresh(), services);
            return seen(systems);
        });
        if (where.canary() > 0) {
            steps.run("canary", () -> each(rooms.canary(systems, where.canary())));
        } else {
            steps.run("rebind", () -> each(where.named()));
        }
    }

    /** A version whose predecessor provides nothing, as nothing of it is configured, need not provide anything. */
    private List<Pin> seen(List<String> systems) throws Refusal {
        return systems.isEmpty() && !part.olds().isEmpty()
                ? rooms.provided(part.name(), part.fresh().getVersion())
                : rooms.await(part.name(), part.fresh().getVersion(), systems);
    }

    private void each(List<String> ids) throws Refusal {
        for (Pin pin : bound) {
            rooms.rebind(pin, ids);
            rooms.verify(pin, ids);
        }
    }

    @Override
    public void widen() throws Refusal {
        steps.run("rebind", () -> each(List.of()));
    }

    @Override
    public List<String> undo() {
        List<String> trouble = new ArrayList<>();
        for (Pin pin : bound) {
            trouble.addAll(rooms.restore(pin.system()));
        }
        return trouble;
    }
}
