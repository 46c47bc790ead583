package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A state with every structure there is, changed at random. */
final class RandomState {
    /** What the types may use. */
    enum Flavour {
        /** Everything, some of it shown to some viewers only. */
        VIEWS,
        /** Everything, shown to all. */
        SHARED,
        /** What 0.17 clients can read. */
        LEGACY,
        /** What 0.16 clients can read: they lose parts of objects that leave a collection in the tick that drops it. */
        OLDEST
    }

    private final Random random;
    private final RandomContainers containers = new RandomContainers(this);
    private final boolean keepsContainers;
    final StateType leafType;
    final StateType leaf2Type;
    final StateType nodeType;
    final StateObject root;
    /** Rows for some of the objects of each type, which come and go. */
    private final List<StateColumns> columns;

    final List<StateObject> leaves = new ArrayList<>();
    final List<StateObject> nodes = new ArrayList<>();
    /** Calls that changed something: of a field, a collection, a row, or what a client sees. */
    private long mutations;

    RandomState(long seed, Flavour flavour) {
        this(new Random(seed), flavour);
    }

    RandomState(Random random, Flavour flavour) {
        this.random = random;
        this.keepsContainers = flavour == Flavour.OLDEST;
        RandomTypes types =
                new RandomTypes(flavour == Flavour.VIEWS, flavour == Flavour.VIEWS || flavour == Flavour.SHARED);
        this.leafType = types.leafType;
        this.leaf2Type = types.leaf2Type;
        this.nodeType = types.nodeType;
        this.root = types.rootType.create();
        this.columns = columns();
    }

    /** Goes on with a restored state that everybody sees. */
    RandomState(long seed, StateObject root) {
        this.random = new Random(seed);
        this.keepsContainers = false;
        RandomTypes types = new RandomTypes(false, true);
        this.leafType = types.leafType;
        this.leaf2Type = types.leaf2Type;
        this.nodeType = types.nodeType;
        this.root = root;
        this.columns = columns();
        collect(root);
    }

    private List<StateColumns> columns() {
        return List.of(leafType.columns(4), leaf2Type.columns(3), nodeType.columns(70), root.type.columns(1));
    }

    private void collect(StateNode node) {
        NodeList children = new NodeList();
        node.currentChildren(children);
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) instanceof StateObject object) {
                (object.type == nodeType ? nodes : leaves).add(object);
            }
            collect(children.get(i));
        }
    }

    long mutations() {
        return mutations;
    }

    int below(int n) {
        return random.nextInt(n);
    }

    <E> E pick(List<E> list) {
        return list.get(below(list.size()));
    }

    boolean chance(double of) {
        return random.nextDouble() < of;
    }

    StateObject leaf() {
        if (!leaves.isEmpty() && chance(0.25)) {
            return pick(leaves);
        }
        StateObject leaf = (chance(0.25) ? leaf2Type : leafType).create();
        leaves.add(leaf);
        change(leaf);
        return leaf;
    }

    private StateObject node() {
        if (!nodes.isEmpty() && chance(0.3)) {
            return pick(nodes);
        }
        StateObject node = nodeType.create();
        nodes.add(node);
        for (int i = below(4); i >= 0; i--) {
            change(node);
        }
        return node;
    }

    /** Some changes anywhere. */
    void mutate() {
        for (int i = below(8); i >= 0; i--) {
            int what = below(10);
            if (what < 6) {
                change(root);
            } else if (what < 8 && !nodes.isEmpty()) {
                change(pick(nodes));
            } else if (!leaves.isEmpty()) {
                change(pick(leaves));
            }
        }
        if (chance(0.3)) {
            moveRow(pick(columns));
        }
    }

    private void moveRow(StateColumns some) {
        int row = below(some.rows());
        List<StateObject> from = some.type() == nodeType ? nodes : some.type() == root.type ? List.of(root) : leaves;
        List<StateObject> fitting = from.stream()
                .filter(object -> object.type == some.type() && object.columns == null)
                .toList();
        if (fitting.isEmpty() || chance(0.3)) {
            some.release(row);
        } else {
            some.bind(row, pick(fitting));
        }
        mutations++;
    }

    private void change(StateObject object) {
        FieldSpec field = pick(List.of(object.type.fields));
        if (keepsContainers && field.kind.isContainer()) {
            changeIfNoLoop(object, field);
            return;
        }
        boolean inColumn = object.columns != null && object.columns.holds(field);
        if (!inColumn && (chance(0.12) && object != root || chance(0.04))) {
            object.unset(field);
            mutations++;
            return;
        }
        if (chance(0.03) && field.kind.isContainer()) {
            object.renewContainer(field);
            mutations++;
            return;
        }
        changeIfNoLoop(object, field);
    }

    private void changeIfNoLoop(StateObject object, FieldSpec field) {
        try {
            assign(object, field);
            mutations++;
        } catch (IllegalArgumentException loop) {
            // A node cannot be put below itself; the state stays as it was.
            if (!loop.getMessage().contains("loop")) {
                throw loop;
            }
        }
    }

    private void assign(StateObject object, FieldSpec field) {
        switch (field.kind) {
            case REF -> object.setObject(field, leaf());
            case STRING -> object.setText(field, text());
            case NUMBER, FLOAT64 -> object.setBits(field, Double.doubleToRawLongBits(number()));
            case FLOAT32 -> object.setBits(field, Float.floatToRawIntBits((float) number()));
            case QUANTIZED -> object.setBits(field, field.quantized.encode(random.nextDouble() * 20 - 10));
            case BOOLEAN -> object.setBits(field, below(2));
            case BIGINT64 -> object.setBits(field, random.nextLong());
            case UINT32 -> object.setBits(field, random.nextLong() & 0xffffffffL);
            case INT16 -> object.setBits(field, (short) random.nextInt());
            case UINT8 -> object.setBits(field, below(256));
            case INT8 -> object.setBits(field, (byte) random.nextInt());
            default -> changeContainer(object, field);
        }
    }

    private double number() {
        return switch (below(6)) {
            case 0 -> below(300);
            case 1 -> -below(99999);
            case 2 -> random.nextDouble() * 1e6;
            case 3 -> 1L << 31;
            case 4 -> (double) (1L << 40);
            default -> below(10) / 4.0;
        };
    }

    private String text() {
        return switch (below(4)) {
            case 0 -> "";
            case 1 -> "Zoë" + below(9);
            case 2 -> "long enough to need a length byte of its own " + below(99);
            default -> "s" + below(99);
        };
    }

    @SuppressWarnings("unchecked")
    private void changeContainer(StateObject object, FieldSpec field) {
        Object there = object.reference(field);
        StateContainer container = there == null ? object.renewContainer(field) : (StateContainer) there;
        switch (container) {
            case StateMap<?> map -> containers.change((StateMap<Object>) map);
            case StateArray<?> array -> containers.change((StateArray<Object>) array);
            case StateEntries<?> bag -> containers.change((StateEntries<Object>) bag);
        }
    }

    Object value(StateContainer container) {
        Kind element = container.field.element;
        if (element != null) {
            return element == Kind.STRING ? text() : (Object) below(5);
        }
        return container.field.target == nodeType ? node() : leaf();
    }

    /** Some changes of what a client may see. */
    void mutate(StateView view) {
        for (int i = below(4); i > 0; i--) {
            List<StateObject> from = chance(0.7) || nodes.isEmpty() ? leaves : nodes;
            if (from.isEmpty()) {
                continue;
            }
            StateObject object = chance(0.1) ? root : pick(from);
            if (chance(0.4)) {
                view.remove(object);
            } else if (chance(0.5)) {
                view.add(object);
            } else {
                view.add(object, 1 + below(7));
            }
            mutations++;
        }
        if (chance(0.15)) {
            subscribe(view);
        }
    }

    private void subscribe(StateView view) {
        List<StateContainer> gated = new ArrayList<>();
        for (FieldSpec field : root.type.fields) {
            if (field.gatesEntries() && root.reference(field) instanceof StateContainer container) {
                gated.add(container);
            }
        }
        if (!gated.isEmpty()) {
            StateContainer container = pick(gated);
            if (chance(0.5)) {
                view.subscribe(container);
            } else {
                view.unsubscribe(container);
            }
        }
    }
}
