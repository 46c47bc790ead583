package org.hotrealm.realm.world;

import java.util.List;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.state.schema.StateObject;

/** A drop with what clients see of it. */
final class Laid {

    Drop drop;
    final StateObject shown;
    boolean listed;
    private boolean owned;

    Laid(Drop drop, int rarity, StateObject shown) {
        this.drop = drop;
        this.shown = shown;
        DropState.ITEM.set(shown, drop.item());
        DropState.QUANTITY.set(shown, Math.min(drop.quantity(), 65_535));
        DropState.X.set(shown, drop.x());
        DropState.Y.set(shown, drop.y());
        DropState.RARITY.set(shown, rarity);
        String owner = drop.owner();
        if (owner != null) {
            owned = true;
            DropState.OWNER.set(shown, owner);
        }
    }

    int id() {
        return drop.id();
    }

    void reduce(int left) {
        Drop had = drop;
        List<Drop.Source> sources =
                Sources.first(had.sources(), had.quantity() - left).left();
        drop = new Drop(
                had.id(),
                had.item(),
                left,
                had.x(),
                had.y(),
                had.owner(),
                had.freeAt(),
                had.goneAt(),
                sources.isEmpty() ? had.sources() : sources);
        DropState.QUANTITY.set(shown, Math.min(left, 65_535));
    }

    /** Shows that it is free for everybody, once it is. */
    void show(long tick) {
        if (owned && tick >= drop.freeAt()) {
            owned = false;
            DropState.OWNER.unset(shown);
        }
    }
}
