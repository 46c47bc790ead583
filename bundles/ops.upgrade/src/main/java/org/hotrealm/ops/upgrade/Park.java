package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Handover;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.StateOwner;
import org.hotrealm.room.api.Vault;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * A bundle that owns live state itself, such as the room engine. The new version starts and stands by; then everything stands
 * still, is put into parcels, and goes on in the new version. Until it does, the old one can take the same parcels back.
 */
final class Park implements Strategy {

    private final Part part;
    private final Owners owners;
    private final Container container;
    private final Health health;
    private final RoomChanges rooms;
    private final Steps steps;
    private @Nullable Handover handover;
    private boolean started;
    private boolean parked;
    private boolean taken;

    Park(Part part, Owners owners, Container container, Health health, RoomChanges rooms, Steps steps) {
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
        owners.vault();
        Owners.refuse(part.name(), owners.ask(old().obstacles()));
    }

    private StateOwner old() throws Refusal {
        return owners.of(part.olds().getFirst());
    }

    @Override
    public void apply() throws Refusal {
        List<String> expected = health.services(part.olds());
        Vault vault = owners.vault();
        handover = Owners.begin(vault, part.name());
        steps.run("start", () -> {
            started = true;
            container.start(part.fresh());
        });
        steps.run("stand by", () -> health.await(part.fresh(), List.of(StateOwner.class.getName())));
        StateOwner old = old();
        StateOwner fresh = owners.of(part.fresh());
        Owners.refuse(part.name(), owners.ask(old.obstacles()));
        long begun = System.nanoTime();
        Map<String, Parcel> parcels = steps.ask("park", () -> owners.ask(old.park(owners.patience())));
        parked = true;
        handover.park(parcels);
        steps.run("restore", () -> owners.ask(fresh.take(parcels)));
        taken = true;
        handover.taken();
        rooms.froze(part.name(), part.from(), part.to(), System.nanoTime() - begun);
        handover.close();
        steps.run("healthy", () -> health.await(part.fresh(), expected));
    }

    @Override
    public List<String> undo() {
        List<String> trouble = new ArrayList<>();
        if (taken) {
            Beside.attempt(this::parkAgain, trouble);
        }
        if (parked) {
            Beside.attempt(this::giveBack, trouble);
        }
        if (started) {
            Beside.attempt(() -> container.stop(part.fresh()), trouble);
        }
        if (handover != null) {
            handover.close();
        }
        return trouble;
    }

    /** The new version has run for a while: what it has by now is what goes back. */
    private void parkAgain() throws Refusal {
        Handover back = Owners.begin(owners.vault(), part.name());
        handover = back;
        back.park(owners.ask(owners.of(part.fresh()).park(owners.patience())));
    }

    /** Where the old version is not running any more, it takes what is in the vault when it starts. */
    private void giveBack() throws Refusal {
        Bundle bundle = part.olds().getFirst();
        Handover back = handover;
        if (back == null) {
            return;
        }
        if (bundle.getState() == Bundle.ACTIVE) {
            owners.ask(old().take(back.parcels()));
        } else {
            container.start(bundle);
        }
    }
}
