package org.hotrealm.itests.arena;

import java.util.Arrays;
import org.hotrealm.itests.arena.ArenaState.Entity;
import org.hotrealm.state.schema.StateColumns;

/** Every player by slot, in arrays, and a grid of them by which monsters find the nearest. One thread. */
final class Players {

    static final int MAX_HP = 100;
    static final double SIGHT = 8;

    private static final double SPEED = 5;
    private static final int DAMAGE = 5;
    private static final int NONE = -1;

    /** What clients are told of each, by slot. */
    final StateColumns columns;

    final float[] x;
    final float[] y;
    final int[] hp;
    final boolean[] alive;

    private final double size;
    private final double step;
    private final float[] directionX;
    private final float[] directionY;
    private final int[] free;
    private final int[] live;
    private final int cells;
    private final int[] first;
    private final int[] next;
    private int freeCount;
    private int liveCount;

    Players(int slots, double size, double stepSeconds) {
        this.size = size;
        this.step = stepSeconds;
        columns = Entity.TYPE.columns(slots);
        x = columns.floats(Entity.X);
        y = columns.floats(Entity.Y);
        hp = columns.ints(Entity.HP);
        alive = new boolean[slots];
        directionX = new float[slots];
        directionY = new float[slots];
        live = new int[slots];
        free = new int[slots];
        for (int i = 0; i < slots; i++) {
            free[i] = slots - 1 - i;
        }
        freeCount = slots;
        cells = Math.max(1, (int) Math.ceil(size / SIGHT));
        first = new int[cells * cells];
        next = new int[slots];
        Arrays.fill(first, NONE);
    }

    /** Puts a player at this place; gives its slot. */
    int add(double atX, double atY) {
        if (freeCount == 0) {
            throw new IllegalStateException("the arena has no slot left: raise ARENA_MAX_CLIENTS");
        }
        int slot = free[--freeCount];
        x[slot] = (float) atX;
        y[slot] = (float) atY;
        directionX[slot] = 0;
        directionY[slot] = 0;
        hp[slot] = MAX_HP;
        alive[slot] = true;
        live[liveCount++] = slot;
        return slot;
    }

    void remove(int slot) {
        alive[slot] = false;
        int at = 0;
        while (live[at] != slot) {
            at++;
        }
        System.arraycopy(live, at + 1, live, at, --liveCount - at);
        free[freeCount++] = slot;
    }

    /** Walks this way from now on; a direction longer than 1 is shortened, one that is no number ignored. */
    void direct(int slot, double dx, double dy) {
        if (!Double.isFinite(dx) || !Double.isFinite(dy)) {
            return;
        }
        double length = Math.hypot(dx, dy);
        double shorter = length > 1 ? length : 1;
        directionX[slot] = (float) (dx / shorter);
        directionY[slot] = (float) (dy / shorter);
    }

    /** One step of every player, and the grid anew. */
    void tick() {
        Arrays.fill(first, NONE);
        for (int i = 0; i < liveCount; i++) {
            int slot = live[i];
            double toX = within(x[slot] + directionX[slot] * SPEED * step, size);
            double toY = within(y[slot] + directionY[slot] * SPEED * step, size);
            x[slot] = (float) toX;
            y[slot] = (float) toY;
            int cell = cell(toY) * cells + cell(toX);
            next[slot] = first[cell];
            first[cell] = slot;
        }
    }

    /** A blow of a monster; who is down rises again at once. */
    void hit(int slot) {
        hp[slot] = hp[slot] > DAMAGE ? hp[slot] - DAMAGE : MAX_HP;
    }

    /** The slot of the nearest player within {@link #SIGHT}, or -1. */
    int nearest(double toX, double toY) {
        int cellX = cell(toX);
        int cellY = cell(toY);
        int best = NONE;
        double bestSquare = SIGHT * SIGHT;
        int lastX = Math.min(cells - 1, cellX + 1);
        int lastY = Math.min(cells - 1, cellY + 1);
        for (int cy = Math.max(0, cellY - 1); cy <= lastY; cy++) {
            for (int cx = Math.max(0, cellX - 1); cx <= lastX; cx++) {
                for (int p = first[cy * cells + cx]; p != NONE; p = next[p]) {
                    double dx = x[p] - toX;
                    double dy = y[p] - toY;
                    double square = dx * dx + dy * dy;
                    if (square < bestSquare) {
                        bestSquare = square;
                        best = p;
                    }
                }
            }
        }
        return best;
    }

    int count() {
        return liveCount;
    }

    /** The slot of the nth player, in order of joining. */
    int live(int n) {
        return live[n];
    }

    private int cell(double at) {
        int cell = (int) (at / SIGHT);
        return cell < 0 ? 0 : Math.min(cell, cells - 1);
    }

    static double within(double value, double most) {
        return value < 0 ? 0 : Math.min(value, most);
    }
}
