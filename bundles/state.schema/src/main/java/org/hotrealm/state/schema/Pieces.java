package org.hotrealm.state.schema;

import java.util.Arrays;

/**
 * Where each node's piece of the tick's messages lies, by the node's number in its encoder. Every view asks for every node
 * that it shows, every tick: a list of numbers and this array are all the memory it takes where nothing but values changed.
 *
 * <p>Zero stands for a node without a piece. A number goes to another node at the earliest a tick after it was given back,
 * when every view that is still patched has heard of it.
 */
final class Pieces {
    /** More than a piece to copy: views look at the node itself. */
    static final long SPECIAL = Long.MIN_VALUE;
    /** The number of what has none. It never has a piece. */
    static final int NOBODY = 0;

    long[] at = new long[256];
    private int end = 1;
    private int[] free = new int[16];
    private int freeCount;
    /** Numbers given back in this tick lie behind the free ones. */
    private int leavingCount;

    private int[] touched = new int[64];
    private int touchedCount;
    private boolean columnsEncoded;

    /** A number for one node. */
    int take() {
        if (freeCount > 0) {
            int number = free[--freeCount];
            free[freeCount] = free[freeCount + leavingCount];
            return number;
        }
        if (end == at.length) {
            at = Arrays.copyOf(at, end * 2);
        }
        return end++;
    }

    void giveBack(int number) {
        int used = freeCount + leavingCount++;
        if (used == free.length) {
            free = Arrays.copyOf(free, used * 2);
        }
        free[used] = number;
    }

    /** The pieces of the last tick are no more, but for those of columns, which are written anew. */
    void begin() {
        for (int i = 0; i < touchedCount; i++) {
            at[touched[i]] = 0;
        }
        touchedCount = 0;
        columnsEncoded = false;
        freeCount += leavingCount;
        leavingCount = 0;
    }

    /** Columns are encoded: what a node has from them is of this tick. */
    void columnsEncoded() {
        columnsEncoded = true;
    }

    /** Views have to look at the node in this tick, which has not been said yet. */
    void touch(int number) {
        if (number == NOBODY) {
            return;
        }
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, touchedCount * 2);
        }
        touched[touchedCount++] = number;
        at[number] = columnsEncoded ? at[number] | SPECIAL : SPECIAL;
    }

    /** Views have to look at the node in this tick, which was touched before. */
    void touchAgain(int number) {
        if (number != NOBODY) {
            at[number] |= SPECIAL;
        }
    }

    /** A piece that came of columns is not to be told: nobody is left to tell. */
    void unless(int number) {
        at[number] &= SPECIAL;
    }

    static long piece(int from, int to) {
        return (long) from << 32 | to;
    }

    static int from(long piece) {
        return (int) (piece >>> 32) & Integer.MAX_VALUE;
    }

    static int to(long piece) {
        return (int) piece;
    }
}
