package org.hotrealm.realm.world;

/**
 * Sorts short stretches of numbers: runs by insertion, then runs merged in pairs. The JDK's sort makes arrays where it finds
 * order, and ids that were born together lie together.
 */
final class Ascending {

    /** How many are sorted by insertion. */
    private static final int RUN = 16;

    private long[] spare = new long[256];

    void sort(long[] keys, int from, int to) {
        for (int run = from; run < to; run += RUN) {
            insert(keys, run, Math.min(to, run + RUN));
        }
        if (to - from <= RUN) {
            return;
        }
        if (spare.length < to - from) {
            spare = new long[2 * (to - from)];
        }
        for (int run = RUN; run < to - from; run *= 2) {
            for (int left = from; left + run < to; left += 2 * run) {
                merge(keys, left, left + run, Math.min(to, left + 2 * run));
            }
        }
    }

    private static void insert(long[] keys, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int hole = i;
            while (hole > from && keys[hole - 1] > key) {
                keys[hole] = keys[hole - 1];
                hole--;
            }
            keys[hole] = key;
        }
    }

    /** Two sorted neighbours become one; nothing is to be done where they are in order already. */
    private void merge(long[] keys, int from, int middle, int to) {
        if (keys[middle - 1] <= keys[middle]) {
            return;
        }
        int many = middle - from;
        System.arraycopy(keys, from, spare, 0, many);
        int left = 0;
        int right = middle;
        int at = from;
        while (left < many) {
            keys[at++] = right == to || spare[left] <= keys[right] ? spare[left++] : keys[right++];
        }
    }
}
