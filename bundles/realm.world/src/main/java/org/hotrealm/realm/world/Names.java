package org.hotrealm.realm.world;

import java.util.Arrays;

/** Looks for names in sorted arrays. */
final class Names {

    private Names() {}

    /**
     * Where a name is among the first so many, or what {@link Arrays#binarySearch} gives where it is not. Names are mostly the
     * very ones that were put there, so that a look at the reference is enough.
     */
    @SuppressWarnings("ReferenceEquality")
    static int at(String[] names, int size, String wanted) {
        for (int i = 0; i < size; i++) {
            if (names[i] == wanted) {
                return i;
            }
        }
        return Arrays.binarySearch(names, 0, size, wanted);
    }
}
