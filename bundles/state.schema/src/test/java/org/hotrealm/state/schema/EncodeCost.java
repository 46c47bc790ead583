package org.hotrealm.state.schema;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints what a tick costs in nanoseconds of this thread's CPU time: an entity with two changed fields, set and encoded, and
 * a visible changed entity copied into a view's message. Run by hand; it asserts nothing.
 */
public final class EncodeCost {
    private static final int ENTITIES = 10_000;
    private static final int VIEWS = 50;
    private static final int VISIBLE = 100;
    private static final int ROUNDS = 7;
    private static final int TICKS = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final StateType.Builder M = StateType.named("Monster");
    private static final StringField KIND = M.string("kind");
    private static final QuantizedField X = M.quantized("x", 0, 256, 16, Quantized.CLAMP);
    private static final QuantizedField Y = M.quantized("y", 0, 256, 16, Quantized.CLAMP);
    private static final IntField HP = M.uint16("hp");
    private static final StateType MONSTER = M.build();

    private static final StateType.Builder R = StateType.named("Realm");
    private static final MapField<StateObject> OPEN = R.map("open", MONSTER);
    private static final MapField<StateObject> GATED = R.map("gated", MONSTER).view();
    private static final StateType REALM = R.build();

    private final List<StateObject> monsters = new ArrayList<>();
    private final StateObject root = REALM.create();
    private int tick;

    private EncodeCost(MapField<StateObject> map) {
        for (int i = 0; i < ENTITIES; i++) {
            StateObject monster = MONSTER.create();
            KIND.set(monster, "goblin");
            HP.set(monster, 30);
            map.put(root, "m" + i, monster);
            monsters.add(monster);
        }
    }

    public static void main(String[] args) {
        EncodeCost shared = new EncodeCost(OPEN);
        StateEncoder encoder = new StateEncoder(shared.root);
        shared.print("set two fields", ENTITIES, shared::move, encoder::tick);
        shared.print(
                "tick and shared patch",
                ENTITIES,
                () -> {
                    encoder.tick();
                    encoder.patch();
                },
                shared::move);

        shared.print("tick alone", ENTITIES, encoder::tick, shared::move);

        EncodeCost gated = new EncodeCost(GATED);
        StateEncoder zone = new StateEncoder(gated.root);
        List<StateView> views = gated.views();
        views.forEach(view -> zone.full(view, false));
        gated.print("tick with views", ENTITIES, zone::tick, () -> {
            gated.patch(zone, views);
            gated.move();
        });
        gated.patch(zone, views);
        gated.print("entity in a view's patch", VIEWS * VISIBLE, () -> gated.patch(zone, views), () -> {
            gated.move();
            zone.tick();
        });
    }

    private List<StateView> views() {
        List<StateView> views = new ArrayList<>();
        for (int i = 0; i < VIEWS; i++) {
            StateView view = new StateView();
            for (int j = 0; j < VISIBLE; j++) {
                view.add(monsters.get((i * 197 + j * 3) % ENTITIES));
            }
            views.add(view);
        }
        return views;
    }

    private void patch(StateEncoder zone, List<StateView> views) {
        if (zone.ticks() > 0) {
            for (StateView view : views) {
                zone.patch(view);
            }
        }
    }

    private void move() {
        tick++;
        for (int i = 0; i < ENTITIES; i++) {
            StateObject monster = monsters.get(i);
            X.set(monster, (i + tick) & 255);
            Y.set(monster, (i * 7 + tick * 3) & 255);
        }
    }

    private void print(String what, int units, Runnable measured, Runnable between) {
        double[] perUnit = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long spent = 0;
            for (int i = 0; i < TICKS; i++) {
                between.run();
                long from = THREADS.getCurrentThreadCpuTime();
                measured.run();
                spent += THREADS.getCurrentThreadCpuTime() - from;
            }
            perUnit[round] = (double) spent / TICKS / units;
        }
        Arrays.sort(perUnit);
        System.out.printf(
                "%-26s %6.1f ns (least %.1f, most %.1f)%n", what, perUnit[ROUNDS / 2], perUnit[0], perUnit[ROUNDS - 1]);
    }
}
