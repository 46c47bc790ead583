package org.hotrealm.realm.world;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Player;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateMap;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** What lies on the ground. A drop belongs to its owner for 30 seconds and is gone after two minutes. */
final class Ground {

    static final int OWNED_MILLIS = 30_000;
    static final int LIES_MILLIS = 120_000;

    private final LiveWorld world;
    private final IdList<Laid> laid = new IdList<>(Laid::id);
    private final List<Laid> gone = new ArrayList<>();
    private final List<Drop> drops = new AbstractList<>() {
        @Override
        public Drop get(int index) {
            return laid.get(index).drop;
        }

        @Override
        public int size() {
            return laid.size();
        }
    };

    Ground(LiveWorld world) {
        this.world = world;
    }

    List<Drop> drops() {
        return drops;
    }

    @Nullable
    Drop find(int id) {
        Laid found = laid.find(id);
        return found == null ? null : found.drop;
    }

    /** Lays something down, for its owner first where it has one. */
    Drop lay(int id, List<Drop.Source> sources, String item, int quantity, double x, double y, @Nullable Player owner) {
        Tick now = world.tick();
        String session = owner == null ? null : owner.sessionId();
        long freeAt = owner == null ? now.number() : now.number() + now.ticks(OWNED_MILLIS);
        long goneAt = now.number() + now.ticks(LIES_MILLIS);
        Drop drop = new Drop(id, item, quantity, x, y, session, freeAt, goneAt, sources);
        lay(drop);
        return drop;
    }

    private void lay(Drop drop) {
        ItemDef item = world.content().items().get(drop.item());
        Laid one = new Laid(
                drop,
                item == null ? 0 : Wire.number(item.rarity()),
                world.known().drop(drop.id()));
        one.listed = world.known().has(one.shown);
        laid.append(one);
    }

    /** Leaves only so many of it, the newest. */
    void reduce(int id, int left) {
        Laid found = laid.find(id);
        if (found != null) {
            found.reduce(left);
        }
    }

    void remove(int id) {
        Laid found = laid.find(id);
        if (found != null) {
            laid.drop(id);
            if (found.listed) {
                gone.add(found);
            }
        }
    }

    /** Clears away what has lain too long, and what the content does not know any more. */
    void sweep(long tick) {
        for (int i = laid.size() - 1; i >= 0; i--) {
            Drop drop = laid.get(i).drop;
            if (tick >= drop.goneAt() || !world.content().items().containsKey(drop.item())) {
                remove(drop.id());
            }
        }
    }

    void list(StateMap<StateObject> shown) {
        long tick = world.tick().number();
        for (int i = 0; i < laid.size(); i++) {
            Laid one = laid.get(i);
            one.show(tick);
            if (!one.listed) {
                one.listed = true;
                shown.put(Integer.toString(one.id()), one.shown);
            }
        }
    }

    void unlist(StateMap<StateObject> shown) {
        for (int i = 0; i < gone.size(); i++) {
            shown.remove(Integer.toString(gone.get(i).id()));
        }
        gone.clear();
    }

    void remember(StateView view, Seen seen) {
        for (int i = 0; i < laid.size(); i++) {
            if (view.has(laid.get(i).shown)) {
                seen.see(laid.get(i).id(), laid.get(i).shown);
            }
        }
    }

    void look(Seen seen, LivePlayer self, double sight) {
        for (int i = 0; i < laid.size(); i++) {
            Laid one = laid.get(i);
            Drop drop = one.drop;
            if (Sight.within(self, drop.x(), drop.y(), sight)) {
                seen.see(one.id(), one.shown);
            } else if (Sight.within(self, drop.x(), drop.y(), sight * Sight.LEAVE)) {
                seen.again(one.id());
            }
        }
    }

    void write(ByteWriter out) {
        out.whole(laid.size());
        drops.forEach(drop -> Codec.drop(out, drop));
    }

    void read(ByteReader in) {
        int many = in.count();
        for (int i = 0; i < many; i++) {
            lay(Codec.drop(in));
        }
    }
}
