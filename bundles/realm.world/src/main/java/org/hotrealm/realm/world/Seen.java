package org.hotrealm.realm.world;

import java.util.Arrays;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;

/** What a view holds, by rising id, and what it is to hold next; the difference goes to the view. */
final class Seen {

    private int[] ids = new int[32];
    private StateObject[] objects = new StateObject[32];
    private int size;
    private int[] nextIds = new int[32];
    private StateObject[] nextObjects = new StateObject[32];
    private int nextSize;

    boolean had(int id) {
        return Arrays.binarySearch(ids, 0, size, id) >= 0;
    }

    /** Notes what is to be seen next; ids rise. */
    void see(int id, StateObject object) {
        if (nextSize == nextIds.length) {
            nextIds = Arrays.copyOf(nextIds, nextSize * 2);
            nextObjects = Arrays.copyOf(nextObjects, nextSize * 2);
        }
        nextIds[nextSize] = id;
        nextObjects[nextSize++] = object;
    }

    /** Brings the view up to date. */
    void apply(StateView view) {
        int old = 0;
        int now = 0;
        while (old < size || now < nextSize) {
            if (now == nextSize || (old < size && ids[old] < nextIds[now])) {
                view.remove(objects[old++]);
            } else if (old == size || nextIds[now] < ids[old]) {
                view.add(nextObjects[now++]);
            } else {
                old++;
                now++;
            }
        }
        swap();
    }

    /** Starts from nothing, as for a new view. */
    void clear() {
        Arrays.fill(objects, 0, size, null);
        size = 0;
    }

    int size() {
        return size;
    }

    private void swap() {
        int[] freeIds = ids;
        StateObject[] freeObjects = objects;
        ids = nextIds;
        objects = nextObjects;
        Arrays.fill(freeObjects, 0, size, null);
        size = nextSize;
        nextIds = freeIds;
        nextObjects = freeObjects;
        nextSize = 0;
    }
}
