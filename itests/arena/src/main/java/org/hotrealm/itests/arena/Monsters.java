package org.hotrealm.itests.arena;

import java.util.Arrays;
import org.hotrealm.itests.arena.ArenaState.Entity;
import org.hotrealm.state.schema.StateColumns;

/** Every monster by number, in arrays, and what they do each tick. One thread. */
final class Monsters {

    static final int IDLE = 0;
    static final int WANDER = 1;
    static final int CHASE = 2;
    static final int ATTACK = 3;
    static final int RETURN = 4;

    private static final double LEASH = 25;
    private static final double MELEE = 1.5;
    private static final double MELEE_LOST = 2;
    private static final double WANDER_RADIUS = 10;
    private static final double WALK = 2;
    private static final double RUN = 4;
    private static final int ATTACK_EVERY = 20;

    /** What clients are told of each, by number. */
    final StateColumns columns;

    final float[] x;
    final float[] y;
    final int[] hp;
    final int[] state;

    private final int count;
    private final double size;
    private final double step;
    private final int thinkEvery;
    private final Xorshift random;
    private final Players players;
    private final float[] homeX;
    private final float[] homeY;
    private final float[] goalX;
    private final float[] goalY;
    private final int[] timer;
    private final int[] target;
    private long tick;

    Monsters(Rules rules, Xorshift random, Players players) {
        this.count = rules.monsters();
        this.size = rules.size();
        this.step = rules.stepSeconds();
        this.thinkEvery = rules.thinkEvery();
        this.random = random;
        this.players = players;
        columns = Entity.TYPE.columns(Math.max(1, count));
        x = columns.floats(Entity.X);
        y = columns.floats(Entity.Y);
        hp = columns.ints(Entity.HP);
        state = columns.ints(Entity.STATE);
        homeX = new float[count];
        homeY = new float[count];
        goalX = new float[count];
        goalY = new float[count];
        timer = new int[count];
        target = new int[count];
        Arrays.fill(hp, Players.MAX_HP);
        Arrays.fill(target, -1);
        for (int i = 0; i < count; i++) {
            homeX[i] = x[i] = (float) (random.next() * size);
            homeY[i] = y[i] = (float) (random.next() * size);
            timer[i] = 1 + (int) (random.next() * 40);
        }
    }

    int count() {
        return count;
    }

    /** Ticks so far. */
    long ticks() {
        return tick;
    }

    void tick() {
        int turn = (int) (tick % thinkEvery);
        int phase = 0;
        for (int i = 0; i < count; i++) {
            boolean looks = phase == turn;
            if (++phase == thinkEvery) {
                phase = 0;
            }
            if (!looks || state[i] > WANDER || !notices(i)) {
                act(i);
            }
        }
        tick++;
    }

    private boolean notices(int i) {
        int nearest = players.nearest(x[i], y[i]);
        if (nearest < 0) {
            return false;
        }
        state[i] = CHASE;
        target[i] = nearest;
        return true;
    }

    private void act(int i) {
        switch (state[i]) {
            case IDLE -> idle(i);
            case WANDER -> {
                if (walk(i, goalX[i], goalY[i], WALK)) {
                    rest(i);
                }
            }
            case CHASE -> chase(i);
            case ATTACK -> attack(i);
            default -> {
                if (walk(i, homeX[i], homeY[i], RUN)) {
                    hp[i] = Players.MAX_HP;
                    target[i] = -1;
                    rest(i);
                }
            }
        }
    }

    private void idle(int i) {
        if (--timer[i] <= 0) {
            goalX[i] = (float) Players.within(homeX[i] + (random.next() * 2 - 1) * WANDER_RADIUS, size);
            goalY[i] = (float) Players.within(homeY[i] + (random.next() * 2 - 1) * WANDER_RADIUS, size);
            state[i] = WANDER;
        }
    }

    private void chase(int i) {
        int prey = target[i];
        double fromHomeX = (double) x[i] - homeX[i];
        double fromHomeY = (double) y[i] - homeY[i];
        boolean tooFar = fromHomeX * fromHomeX + fromHomeY * fromHomeY > LEASH * LEASH;
        if (prey < 0 || !players.alive[prey] || tooFar) {
            state[i] = RETURN;
        } else if (squareTo(i, prey) < MELEE * MELEE) {
            state[i] = ATTACK;
            timer[i] = 0;
        } else {
            walk(i, players.x[prey], players.y[prey], RUN);
        }
    }

    private void attack(int i) {
        int prey = target[i];
        if (prey < 0 || !players.alive[prey]) {
            state[i] = RETURN;
        } else if (squareTo(i, prey) > MELEE_LOST * MELEE_LOST) {
            state[i] = CHASE;
        } else if (--timer[i] <= 0) {
            players.hit(prey);
            timer[i] = ATTACK_EVERY;
        }
    }

    private double squareTo(int i, int prey) {
        double dx = (double) players.x[prey] - x[i];
        double dy = (double) players.y[prey] - y[i];
        return dx * dx + dy * dy;
    }

    /** Walks towards a point; true where it is reached. Positions are kept in single, reckoned in double precision. */
    private boolean walk(int i, float toX, float toY, double speed) {
        double dx = (double) toX - x[i];
        double dy = (double) toY - y[i];
        double distance = Math.sqrt(dx * dx + dy * dy);
        double stride = speed * step;
        if (distance <= stride) {
            x[i] = toX;
            y[i] = toY;
            return true;
        }
        double part = stride / distance;
        x[i] = (float) (x[i] + dx * part);
        y[i] = (float) (y[i] + dy * part);
        return false;
    }

    private void rest(int i) {
        state[i] = IDLE;
        timer[i] = 10 + (int) (random.next() * 30);
    }
}
