package org.hotrealm.state.schema;

/** The types of a random state: every structure that the clients in question can read. */
final class RandomTypes {
    private final boolean views;
    private final boolean modern;
    final StateType leafType;
    final StateType leaf2Type;
    final StateType nodeType;
    final StateType rootType;

    RandomTypes(boolean views, boolean modern) {
        this.views = views;
        this.modern = modern;
        this.leafType = leafType();
        this.leaf2Type = leaf2Type();
        this.nodeType = nodeType();
        this.rootType = rootType();
    }

    private <F extends StateField<F>> F hide(F field, int tag) {
        return !views ? field : tag == 0 ? field.view() : field.view(tag);
    }

    private StateType leafType() {
        StateType.Builder t = StateType.named("Leaf");
        t.number("v");
        t.string("s");
        t.bigint64("big");
        hide(t.uint8("secret"), 0);
        hide(t.string("hidden"), 2);
        t.bool("flag");
        return t.build();
    }

    private StateType leaf2Type() {
        StateType.Builder t = StateType.named("Leaf2").extending(leafType);
        t.int16("w");
        if (modern) {
            t.quantized("q", -8, 8, 16, Quantized.CLAMP);
        }
        t.float32("f");
        return t.build();
    }

    private StateType nodeType() {
        StateType.Builder t = StateType.named("Node");
        t.ref("leaf", leafType, leaf2Type);
        t.array("arr", leafType, leaf2Type);
        t.map("map", leafType, leaf2Type);
        t.uint8("n");
        t.array("kids", t);
        hide(t.ref("priv", leafType, leaf2Type), 0);
        hide(t.map("bag", leafType, leaf2Type), 4);
        hide(t.array("nums", Primitive.UINT8), 2);
        if (modern) {
            hide(t.stream("flow", leafType, leaf2Type).perTick(1), 0);
        }
        return t.build();
    }

    private StateType rootType() {
        StateType.Builder t = StateType.named("State");
        t.map("nodes", nodeType);
        t.array("arr", leafType, leaf2Type);
        t.array("nums", Primitive.UINT8);
        t.map("strs", Primitive.STRING);
        t.ref("one", leafType, leaf2Type);
        t.ref("two", leafType, leaf2Type);
        if (modern) {
            t.set("bag", Primitive.UINT8);
            t.collection("col", leafType, leaf2Type);
            t.set("objs", leafType, leaf2Type);
            t.stream("flow", leafType, leaf2Type).perTick(2);
        }
        hide(t.map("vmap", leafType, leaf2Type), 0);
        hide(t.array("varr", leafType, leaf2Type), 0);
        if (modern) {
            hide(t.set("vset", leafType, leaf2Type), 0);
            hide(t.stream("vflow", leafType, leaf2Type).perTick(2), 0);
        }
        hide(t.ref("vone", leafType, leaf2Type), 0);
        hide(t.map("vnodes", nodeType), 0);
        hide(t.uint32("vnumber"), 0);
        // Up to field 21, whose replacement looks like a type id after a reference.
        for (int i = modern ? 17 : 11; i < 20; i++) {
            t.int8("filler" + i);
        }
        t.ref("twenty", leafType, leaf2Type);
        t.ref("twentyOne", leafType, leaf2Type);
        return t.build();
    }
}
