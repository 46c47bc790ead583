package org.hotrealm.benchmarks.state;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.state.schema.Encoded;
import org.hotrealm.state.schema.FloatField;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateColumns;
import org.hotrealm.state.schema.StateEncoder;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** Entities that all move each tick, seen by all or by views of a part each. */
public final class World {
    private static final StateType.Builder E = StateType.named("Entity");
    private static final FloatField X = E.float32("x");
    private static final FloatField Y = E.float32("y");
    private static final IntField HP = E.uint16("hp");
    private static final IntField STATE = E.uint8("state");
    private static final StateType ENTITY = E.build();

    private static final StateType.Builder W = StateType.named("World");
    private static final MapField<StateObject> OPEN = W.map("open", ENTITY);
    private static final MapField<StateObject> GATED = W.map("gated", ENTITY).view();
    private static final StateType WORLD = W.build();

    public final StateEncoder encoder;
    public final List<StateView> views = new ArrayList<>();
    private final StateObject root = WORLD.create();
    private final StateObject[] entities;
    private int tick;

    private final @Nullable StateColumns columns;

    private World(MapField<StateObject> map, int count, boolean inColumns) {
        entities = new StateObject[count];
        columns = inColumns ? ENTITY.columns(count) : null;
        for (int i = 0; i < count; i++) {
            StateObject entity = columns == null ? ENTITY.create() : columns.create(i);
            HP.set(entity, 100);
            STATE.set(entity, 1);
            entities[i] = entity;
            map.put(root, "m" + i, entity);
        }
        move();
        encoder = new StateEncoder(root);
    }

    public static World open(int count) {
        return new World(OPEN, count, false);
    }

    /** As {@link #open}, with the entities' values in columns. */
    public static World columns(int count) {
        return new World(OPEN, count, true);
    }

    /** Each view sees another stretch of the world; they overlap where there are many. */
    public static World gated(int count, int views, int visible) {
        World world = new World(GATED, count, false);
        for (int v = 0; v < views; v++) {
            StateView view = new StateView();
            int start = (int) ((long) v * count / views);
            for (int i = 0; i < visible; i++) {
                view.add(world.entities[(start + i) % count]);
            }
            world.views.add(view);
            world.encoder.full(view, false);
        }
        return world;
    }

    /** One whole tick. */
    public Encoded moveAndPatch() {
        move();
        encoder.tick();
        return encoder.patch();
    }

    public void move() {
        tick++;
        if (columns != null) {
            move(columns.floats(X), columns.floats(Y));
            return;
        }
        for (int i = 0; i < entities.length; i++) {
            X.set(entities[i], i + tick * 0.1f);
            Y.set(entities[i], i - tick * 0.1f);
        }
    }

    private void move(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = i + tick * 0.1f;
            y[i] = i - tick * 0.1f;
        }
    }
}
