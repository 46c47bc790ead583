package org.hotrealm.realm.world;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateMap;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/**
 * The synchronised state of a world that stood still: whoever lived in it is known to clients by its object there and keeps
 * it, so that nobody sees it go and come.
 */
final class Known {

    private final StateObject root;
    private final boolean fresh;
    private final Set<StateObject> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param before the state before; null, or one of another shape, for none */
    Known(@Nullable StateObject before) {
        boolean fits = before != null && before.type().equals(RealmState.TYPE);
        fresh = !fits;
        root = fits && before != null ? before : RealmState.TYPE.create();
    }

    StateObject root() {
        return root;
    }

    /** The object of this session's player; a new one for a player of another number, which is somebody else. */
    StateObject player(String session, int id) {
        StateObject before = fresh ? null : RealmState.PLAYERS.get(root, session);
        return before != null && (!PlayerState.ID.isSet(before) || PlayerState.ID.get(before) == id)
                ? take(before)
                : PlayerState.TYPE.create();
    }

    StateObject monster(int id) {
        StateObject before = fresh ? null : RealmState.MONSTERS.get(root, Integer.toString(id));
        return before == null ? MonsterState.TYPE.create() : take(before);
    }

    StateObject drop(int id) {
        StateObject before = fresh ? null : RealmState.DROPS.get(root, Integer.toString(id));
        return before == null ? DropState.TYPE.create() : take(before);
    }

    private StateObject take(StateObject before) {
        taken.add(before);
        return before;
    }

    /** Whether this is one that clients knew. */
    boolean has(StateObject shown) {
        return taken.contains(shown);
    }

    /** Everybody has taken what was his: the rest is gone, and newcomers are strangers. */
    void sweep() {
        if (!fresh) {
            sweep(RealmState.PLAYERS);
            sweep(RealmState.MONSTERS);
            sweep(RealmState.DROPS);
        }
        taken.clear();
    }

    private void sweep(MapField<StateObject> field) {
        StateMap<StateObject> map = field.of(root);
        for (String key : List.copyOf(map.keys())) {
            StateObject object = map.get(key);
            if (object != null && !taken.contains(object)) {
                map.remove(key);
            }
        }
    }
}
