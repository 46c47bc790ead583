package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Clients that were given nothing for some ticks, and then one message instead of all. */
class ArrearsTest {
    private static final StateType.Builder M = StateType.named("Mover");
    private static final FloatField X = M.float32("x");
    private static final StringField NAME = M.string("name");
    private static final StateType MOVER = M.build();
    private static final StateType.Builder T = StateType.named("Field");
    private static final MapField<StateObject> MOVERS = T.map("movers", MOVER);
    private static final StateType FIELD = T.build();

    private final StateObject root = FIELD.create();

    private StateObject mover(String key) {
        StateObject mover = MOVER.create();
        MOVERS.put(root, key, mover);
        return mover;
    }

    @Test
    void tenTicksOfAWalkBecomeOnePosition() {
        StateObject walker = mover("a");
        StateObject other = mover("b");
        NAME.set(walker, "goblin");
        StateEncoder encoder = new StateEncoder(root);
        StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(null, false));
        Arrears missed = encoder.arrears();
        for (int tick = 1; tick <= 10; tick++) {
            X.set(walker, tick);
            encoder.tick();
        }
        NAME.unset(walker);
        X.set(other, 5);
        encoder.tick();
        Encoded merged = missed.settle();

        assertThat(merged).isNotNull();
        assertThat(merged.length())
                .isEqualTo("ff 02 80 41200000 41 ff 04 80 40a00000"
                                .replace(" ", "")
                                .length()
                        / 2);
        client.decode(merged);
        assertThat(client.state()).isEqualTo(root.toMap());
        assertThat(client.problems()).isEmpty();
    }

    @Test
    void whoMissedThatSomebodyCameNeedsAFullState() {
        StateEncoder encoder = new StateEncoder(root);
        Arrears missed = encoder.arrears();
        mover("a");
        encoder.tick();
        assertThat(missed.settle()).isNull();
        Arrears quiet = encoder.arrears();
        encoder.tick();
        assertThat(quiet.settle()).isNotNull().matches(Encoded::isEmpty);
        assertThatThrownBy(quiet::settle).hasMessageContaining("settled already");
    }

    @Test
    void tooManyObjectsAreNotMerged() {
        for (int i = 0; i <= Arrears.MOST_OBJECTS; i++) {
            mover("m" + i);
        }
        StateEncoder encoder = new StateEncoder(root);
        Arrears missed = encoder.arrears();
        for (int i = 0; i <= Arrears.MOST_OBJECTS; i++) {
            X.set(MOVERS.get(root, "m" + i), i);
        }
        encoder.tick();
        assertThat(missed.settle()).isNull();
    }

    @Property(tries = 300)
    void whateverWasMissedTheClientEndsRight(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int ticks, @ForAll boolean onlyFields) {
        // Streams tell in later ticks what was put into them before, which is no field alone.
        RandomState state = new RandomState(seed, onlyFields ? RandomState.Flavour.LEGACY : RandomState.Flavour.VIEWS);
        for (int i = 0; i < 5; i++) {
            state.mutate();
        }
        StateEncoder encoder = new StateEncoder(state.root);
        StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(null, false));
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            Arrears missed = encoder.arrears();
            for (int tick = 0; tick < ticks; tick++) {
                change(state, random, onlyFields);
                encoder.tick();
            }
            Encoded merged = missed.settle();
            if (merged == null) {
                client.resync(encoder.full(null, true).toByteArray());
            } else {
                client.decode(merged);
            }
            assertThat(onlyFields && merged == null)
                    .as("fields alone are merged")
                    .isFalse();
            assertThat(client.problems()).isEmpty();
            assertThat(Expected.decoded(state.root, client.state())).isEqualTo(Expected.of(state.root, null));
            assertThat(client.referenceCounts()).isEqualTo(client.reachableCounts());
            change(state, random, false);
            encoder.tick();
            client.decode(encoder.patch());
        }
    }

    private static void change(RandomState state, Random random, boolean onlyFields) {
        if (!onlyFields) {
            state.mutate();
            return;
        }
        for (StateObject leaf : state.leaves) {
            if (random.nextInt(3) == 0) {
                leaf.setText(leaf.type.find("s"), "s" + random.nextInt(9));
                leaf.setBits(leaf.type.find("big"), random.nextLong());
            } else if (random.nextInt(5) == 0) {
                FieldSpec flag = leaf.type.find("flag");
                if (leaf.columns == null) {
                    leaf.unset(flag);
                } else {
                    leaf.setBits(flag, random.nextInt(2));
                }
                leaf.setBits(leaf.type.find("secret"), random.nextInt(256));
            }
        }
    }
}
