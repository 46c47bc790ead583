package org.hotrealm.itests.arena;

import java.util.Arrays;

/** What one client sees: numbers of things, each once. One thread. */
final class Sight {

    private final long[] bits;
    private int[] list = new int[128];
    private int size;

    Sight(int things) {
        bits = new long[(things + 63) >>> 6];
    }

    boolean has(int thing) {
        return (bits[thing >> 6] & 1L << thing) != 0;
    }

    void add(int thing) {
        if (size == list.length) {
            list = Arrays.copyOf(list, size * 2);
        }
        list[size++] = thing;
        bits[thing >> 6] |= 1L << thing;
    }

    int size() {
        return size;
    }

    int at(int place) {
        return list[place];
    }

    /** The last one takes the place. */
    void removeAt(int place) {
        int thing = list[place];
        bits[thing >> 6] &= ~(1L << thing);
        list[place] = list[--size];
    }

    /** Whether it was there. */
    boolean remove(int thing) {
        if (!has(thing)) {
            return false;
        }
        int place = 0;
        while (list[place] != thing) {
            place++;
        }
        removeAt(place);
        return true;
    }
}
