package org.hotrealm.realm.world;

import java.util.Arrays;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;

/** What a view holds, and in which look it was seen last; who comes and who goes is told to the view. */
final class Seen {

    private int[] ids = new int[32];
    private StateObject[] objects = new StateObject[32];
    /** The look in which each was seen last. */
    private int[] looks = new int[32];
    /** Where each id is, plus one; open addressing, at most half full. */
    private int[] index = new int[64];

    private int size;
    /** How many of them the view knows: the others are new in this look. */
    private int known;

    private int look = 1;

    /** Notes again what was seen before; false where it was not. */
    boolean again(int id) {
        int at = index[slot(id)] - 1;
        if (at >= 0) {
            looks[at] = look;
        }
        return at >= 0;
    }

    /** Notes what is to be seen next. */
    void see(int id, StateObject object) {
        if (again(id)) {
            return;
        }
        if (size == ids.length) {
            grow();
        }
        index[slot(id)] = size + 1;
        ids[size] = id;
        objects[size] = object;
        looks[size++] = look;
    }

    /** Brings the view up to date: it loses what was not seen in this look and gets what is new. */
    void apply(StateView view) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (looks[i] != look) {
                view.remove(objects[i]);
                continue;
            }
            if (i >= known) {
                view.add(objects[i]);
            }
            ids[kept] = ids[i];
            looks[kept] = look;
            objects[kept++] = objects[i];
        }
        known = kept;
        if (kept < size) {
            Arrays.fill(objects, kept, size, null);
            size = kept;
            file();
        }
        look++;
    }

    /** Starts from nothing, as for a new view. */
    void clear() {
        Arrays.fill(objects, 0, size, null);
        Arrays.fill(index, 0);
        size = 0;
        known = 0;
    }

    private void grow() {
        ids = Arrays.copyOf(ids, size * 2);
        objects = Arrays.copyOf(objects, size * 2);
        looks = Arrays.copyOf(looks, size * 2);
        index = new int[size * 4];
        file();
    }

    private void file() {
        Arrays.fill(index, 0);
        for (int i = 0; i < size; i++) {
            index[slot(ids[i])] = i + 1;
        }
    }

    /** Where this id is in the index, or the free slot that is for it. */
    private int slot(int id) {
        int mask = index.length - 1;
        int slot = id * 0x9E3779B9 >>> 8 & mask;
        while (index[slot] > 0 && ids[index[slot] - 1] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
