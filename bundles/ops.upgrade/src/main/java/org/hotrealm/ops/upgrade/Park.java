package org.hotrealm.ops.upgrade;

import java.util.List;

/** A state owner: rooms freeze, what it owns is parked, the new version restores it and goes on. */
final class Park implements Strategy {

    private final Part part;
    private final Container container;
    private final Health health;
    private final Steps steps;

    Park(Part part, Container container, Health health, Steps steps) {
        this.part = part;
        this.container = container;
        this.health = health;
        this.steps = steps;
    }

    @Override
    public void check() throws Refusal {
        throw new Refusal(
                ("%s owns what people play with, and cannot be parked here. Move the rooms away (realm:drain), put "
                                + "the new version into bundles/ and features/ and restart this node")
                        .formatted(part.name()));
    }

    @Override
    public void apply() throws Refusal {
        new Beside(part, container, health, steps).apply();
    }

    @Override
    public List<String> undo() {
        return List.of();
    }
}
