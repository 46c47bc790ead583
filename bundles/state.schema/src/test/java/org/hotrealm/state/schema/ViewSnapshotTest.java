package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ViewSnapshotTest {

    static final class Thing {
        private static final StateType.Builder T = StateType.named("ViewedThing");
        static final IntField SIZE = T.uint8("size");
        static final StateType TYPE = T.build();
    }

    private static final StateType.Builder T = StateType.named("ViewedRoot");
    static final MapField<StateObject> THINGS = T.map("things", Thing.TYPE).view();
    static final MapField<StateObject> ALL = T.map("all", Thing.TYPE).view();
    static final StateType TYPE = T.build();

    private final StateObject root = TYPE.create();

    private StateObject thing(MapField<StateObject> field, String name) {
        StateObject thing = Thing.TYPE.create();
        field.put(root, name, thing);
        return thing;
    }

    @Test
    void aViewOfTheStateThatWasReadHoldsWhatTheOneBeforeHeld() {
        StateObject a = thing(THINGS, "a");
        thing(THINGS, "b");
        StateView view = new StateView();
        view.add(a);
        view.add(thing(THINGS, "c"), 4);
        view.subscribe(ALL.of(root));
        view.add(Thing.TYPE.create());
        byte[] bytes = new ViewSnapshot(root).write(view);

        StateObject again = StateSnapshot.read(StateSnapshot.write(root), TYPE);
        ViewSnapshot numbers = new ViewSnapshot(again);
        StateView read = numbers.read(bytes, Dialect.V18);

        assertThat(read.size()).isEqualTo(2);
        assertThat(read.has(THINGS.get(again, "a"))).isTrue();
        assertThat(read.has(THINGS.get(again, "b"))).isFalse();
        assertThat(read.has(THINGS.get(again, "c"))).isTrue();
        assertThat(numbers.write(read)).isEqualTo(bytes);
        read.clear();
        assertThat(read.size()).isZero();
        assertThat(numbers.write(read)).hasSize(1);
    }

    @Test
    void bytesOfAnotherStateOrFormatAreRefused() {
        StateView view = new StateView();
        view.add(thing(THINGS, "a"));
        byte[] bytes = new ViewSnapshot(root).write(view);
        ViewSnapshot empty = new ViewSnapshot(TYPE.create());
        assertThatThrownBy(() -> empty.read(bytes, Dialect.V18)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> empty.read(new byte[] {9}, Dialect.V18)).hasMessageContaining("format");
    }
}
