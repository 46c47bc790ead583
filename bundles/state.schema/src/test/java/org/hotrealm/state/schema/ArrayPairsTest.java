package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two operations on one array in one tick, in every combination: the reference server leaves client and server different in
 * four cases with plain values and thirteen with objects.
 */
class ArrayPairsTest {
    private static final StateType.Builder I = StateType.named("Item");
    private static final IntField ID = I.uint16("id");
    private static final StateType ITEM = I.build();

    private static final StateType.Builder S = StateType.named("Pairs");
    private static final ArrayField<Integer> NUMBERS = S.array("numbers", Primitive.UINT8);
    private static final ArrayField<StateObject> ITEMS = S.array("items", ITEM);
    private static final StateType STATE = S.build();

    private interface Operation<V> {
        void run(StateArray<V> array, Supplier<V> fresh);
    }

    private static <V> Map<String, Operation<V>> operations(Comparator<V> order) {
        Map<String, Operation<V>> all = new LinkedHashMap<>();
        all.put("push", (array, fresh) -> array.add(fresh.get()));
        all.put("pop", (array, fresh) -> array.removeAt(array.size() - 1));
        all.put("unshift", (array, fresh) -> array.add(0, fresh.get()));
        all.put("shift", (array, fresh) -> array.removeAt(0));
        all.put("insert", (array, fresh) -> array.add(2, fresh.get()));
        all.put("insert the equal one", (array, fresh) -> array.add(1, array.get(1)));
        all.put("remove", (array, fresh) -> array.removeAt(1));
        all.put("set", (array, fresh) -> array.set(1, fresh.get()));
        all.put("swap", (array, fresh) -> array.swap(0, 2));
        all.put("reverse", (array, fresh) -> array.reverse());
        all.put("sort", (array, fresh) -> array.sort(order));
        all.put("clear and push", (array, fresh) -> {
            V first = array.get(0);
            array.clear();
            array.add(first);
            array.add(fresh.get());
            array.add(fresh.get());
        });
        return all;
    }

    @TestFactory
    Stream<DynamicTest> pairsOnPlainValues() {
        return pairs(NUMBERS, operations(Comparator.<Integer>naturalOrder()), id -> id);
    }

    @TestFactory
    Stream<DynamicTest> pairsOnObjects() {
        return pairs(ITEMS, operations(Comparator.comparingInt(ID::get)), id -> {
            StateObject item = ITEM.create();
            ID.set(item, id);
            return item;
        });
    }

    private interface Maker<V> {
        V make(int id);
    }

    private static <V> Stream<DynamicTest> pairs(ArrayField<V> field, Map<String, Operation<V>> all, Maker<V> maker) {
        List<DynamicTest> tests = new ArrayList<>();
        all.forEach((first, a) -> all.forEach((second, b) ->
                tests.add(DynamicTest.dynamicTest(first + ", " + second, () -> check(field, maker, List.of(a, b))))));
        return tests.stream();
    }

    private static <V> void check(ArrayField<V> field, Maker<V> maker, List<Operation<V>> operations) {
        StateObject root = STATE.create();
        int[] id = {100};
        for (int value : new int[] {5, 3, 1, 4, 2}) {
            field.of(root).add(maker.make(value));
        }
        StateEncoder encoder = new StateEncoder(root);
        StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(null, false));
        operations.forEach(operation -> operation.run(field.of(root), () -> maker.make(id[0]++)));
        encoder.tick();
        client.decode(encoder.patch());
        assertThat(client.state()).isEqualTo(root.toMap());
        assertThat(client.problems()).isEmpty();
        assertThat(client.referenceCounts()).isEqualTo(client.reachableCounts());
    }
}
