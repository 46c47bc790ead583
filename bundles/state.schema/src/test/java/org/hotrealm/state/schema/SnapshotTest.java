package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final StateType.Builder T = StateType.named("Realm");
    private static final IntField TICK = T.uint16("tick");
    private static final MapField<String> NAMES = T.map("names", Primitive.STRING);
    private static final StateType TYPE = T.build();

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void restoredStateIsTheSame(@ForAll long seed) {
        RandomState state = new RandomState(seed, RandomState.Flavour.VIEWS);
        StateEncoder encoder = new StateEncoder(state.root);
        for (int i = 0; i < 5; i++) {
            state.mutate();
            encoder.tick();
        }
        byte[] bytes = StateSnapshot.write(state.root);

        StateObject restored = StateSnapshot.read(bytes, state.root.type());

        assertThat(restored.toMap()).isEqualTo(state.root.toMap());
        assertThat(StateHash.of(restored)).isEqualTo(StateHash.of(state.root));
        new StateEncoder(restored);
        assertThat(StateSnapshot.write(restored)).isEqualTo(bytes);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void connectedClientsGoOnAfterARestore(@ForAll long seed) {
        RandomState state = new RandomState(seed, RandomState.Flavour.SHARED);
        StateEncoder encoder = new StateEncoder(state.root);
        StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(null, false));
        for (int i = 0; i < 5; i++) {
            state.mutate();
            encoder.tick();
            client.decode(encoder.patch());
        }

        RandomState restored = new RandomState(seed, StateSnapshot.read(StateSnapshot.write(state.root)));
        StateEncoder next = new StateEncoder(restored.root);
        assertThat(next.handshake(Dialect.V18)).isEqualTo(encoder.handshake(Dialect.V18));
        for (int i = 0; i < 5; i++) {
            restored.mutate();
            next.tick();
            client.decode(next.patch());
            assertThat(client.problems()).isEmpty();
            assertThat(Expected.decoded(restored.root, client.state())).isEqualTo(Expected.of(restored.root, null));
            assertThat(client.referenceCounts()).isEqualTo(client.reachableCounts());
        }
    }

    @Test
    void changesThatWaitForATickAreNotWritten() {
        StateObject root = TYPE.create();
        new StateEncoder(root);
        TICK.set(root, 1);

        assertThatThrownBy(() -> StateSnapshot.write(root))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call tick()");
    }

    @Test
    void anotherDeclarationIsRefusedNamingTheField() {
        StateType.Builder newer = StateType.named("Realm");
        newer.uint16("tick");
        newer.map("names", Primitive.STRING);
        newer.bool("night");
        StateType type = newer.build();

        assertThatThrownBy(() -> StateSnapshot.read(StateSnapshot.write(TYPE.create()), type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("field 'night' is new");
    }

    @Test
    void newerFormatIsRefused() {
        byte[] bytes = StateSnapshot.write(TYPE.create());
        bytes[4] = 9;
        resum(bytes);

        assertThatThrownBy(() -> StateSnapshot.read(bytes)).hasMessageContaining("format 9, newer than 2");
    }

    private static void resum(byte[] bytes) {
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(bytes, 0, bytes.length - 4);
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 4 + i] = (byte) (sum.getValue() >>> (8 * i));
        }
    }

    @Test
    void damagedBytesAreRefused() {
        StateObject root = TYPE.create();
        NAMES.put(root, "a", "Ada");
        byte[] bytes = StateSnapshot.write(root);
        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> StateSnapshot.read(damaged)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> StateSnapshot.read(Arrays.copyOf(bytes, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no snapshot");
    }

    @Test
    void everyValueSurvives() {
        StateType.Builder t = StateType.named("Everything");
        LongField big = t.biguint64("big");
        LongField unsigned = t.uint32("unsigned");
        FloatField single = t.float32("single");
        DoubleField number = t.number("number");
        IntField small = t.int8("small");
        QuantizedField angle = t.quantized("angle", 0, 360, 16, Quantized.WRAP);
        SetField<Long> wide = t.set("wide", Primitive.UINT32);
        ArrayField<Integer> negative = t.array("negative", Primitive.INT16);
        StateType type = t.build();
        StateObject root = type.create();
        big.set(root, -1);
        unsigned.set(root, 0xfedcba98L);
        single.set(root, -0.1f);
        number.set(root, 1e300);
        small.set(root, -128);
        angle.set(root, -90);
        wide.of(root).add(0xffffffffL);
        negative.add(root, -32768);

        StateObject restored = StateSnapshot.read(StateSnapshot.write(root), type);

        assertThat(restored.toMap()).isEqualTo(root.toMap());
        assertThat(restored.toMap().get("angle")).isEqualTo(270.0);
    }
}
