package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values in columns reach clients as values in objects do. Random games with columns are in {@link RandomState}. */
class StateColumnsTest {
    private static final StateType.Builder M = StateType.named("Monster");
    private static final FloatField X = M.float32("x");
    private static final IntField HP = M.uint16("hp");
    private static final LongField GOLD = M.uint32("gold");
    private static final DoubleField FAME = M.number("fame");
    private static final BooleanField ASLEEP = M.bool("asleep");
    private static final QuantizedField HEADING = M.quantized("heading", 0, 360, 8, Quantized.WRAP);
    private static final StringField NAME = M.string("name");
    private static final IntField SECRET = M.uint8("secret").view();
    private static final StateType MONSTER = M.build();

    private static final StateType.Builder R = StateType.named("Realm");
    private static final MapField<StateObject> ALL = R.map("all", MONSTER);
    private static final MapField<StateObject> HIDDEN = R.map("hidden", MONSTER).view();
    private static final StateType REALM = R.build();

    private final StateObject root = REALM.create();
    private final StateColumns columns = MONSTER.columns(3);
    private final float[] x = columns.floats(X);
    private final int[] hp = columns.ints(HP);
    private final long[] gold = columns.longs(GOLD);
    private final double[] fame = columns.doubles(FAME);
    private final StateView view = new StateView();
    private StateEncoder encoder;
    private StateDecoder client;
    private StateDecoder viewer;

    @BeforeEach
    void join() {
        x[0] = 1.5f;
        hp[0] = 30;
        ALL.put(root, "m", columns.create(0));
        HIDDEN.put(root, "h", columns.create(1));
        encoder = new StateEncoder(root);
        client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(null, false));
        viewer = new StateDecoder(encoder.handshake(Dialect.V18));
        viewer.decode(encoder.full(view, false));
    }

    private void tick() {
        encoder.tick();
        client.decode(encoder.patch());
        viewer.decode(encoder.patch(view));
    }

    private static Object of(StateDecoder of, String map, String key, String field) {
        return ((Map<?, ?>) ((Map<?, ?>) Objects.requireNonNull(of.state().get(map))).get(key)).get(field);
    }

    private StateObject monster(int row) {
        return Objects.requireNonNull(columns.at(row));
    }

    @Test
    void whatLiesInARowIsPartOfTheFullState() {
        assertThat(of(client, "all", "m", "x")).isEqualTo(1.5f);
        assertThat(of(client, "all", "m", "hp")).isEqualTo(30);
        assertThat(of(client, "all", "m", "asleep")).isEqualTo(false);
        assertThat(X.get(monster(0))).isEqualTo(1.5f);
    }

    @Test
    void whatIsWrittenIntoAColumnIsInTheNextPatchAndNothingElse() {
        x[0] = 2;
        gold[0] = 4_000_000_000L;
        fame[0] = -1.25;
        tick();
        assertThat(of(client, "all", "m", "x")).isEqualTo(2f);
        assertThat(of(client, "all", "m", "gold")).isEqualTo(4_000_000_000L);
        assertThat(of(client, "all", "m", "fame")).isEqualTo(-1.25);

        x[0] = 3;
        x[0] = 2;
        encoder.tick();
        assertThat(encoder.patch().isEmpty()).isTrue();
    }

    @Test
    void fieldsAndColumnsAreTheSameValues() {
        HP.set(monster(0), 7);
        assertThat(hp[0]).isEqualTo(7);
        HEADING.set(monster(0), 90);
        ASLEEP.set(monster(0), true);
        tick();
        assertThat(of(client, "all", "m", "hp")).isEqualTo(7);
        assertThat(of(client, "all", "m", "asleep")).isEqualTo(true);
        assertThat((double) of(client, "all", "m", "heading")).isEqualTo(HEADING.get(monster(0)));
    }

    @Test
    void otherFieldsOfTheObjectTravelWithThoseOfItsRow() {
        NAME.set(monster(0), "Rat");
        x[0] = 9;
        tick();
        assertThat(of(client, "all", "m", "name")).isEqualTo("Rat");
        assertThat(of(client, "all", "m", "x")).isEqualTo(9f);
        encoder.tick();
        assertThat(encoder.patch().isEmpty()).isTrue();
    }

    @Test
    void aViewSeesTheRowsOfWhatItShows() {
        x[1] = 5;
        tick();
        assertThat(viewer.state().get("hidden")).isNull();
        view.add(monster(1));
        SECRET.set(monster(1), 3);
        tick();
        assertThat(of(viewer, "hidden", "h", "x")).isEqualTo(5f);
        x[1] = 6;
        tick();
        assertThat(of(viewer, "hidden", "h", "x")).isEqualTo(6f);
        assertThat(of(viewer, "hidden", "h", "secret")).isEqualTo(3);
        assertThat(client.state().get("hidden")).isNull();
    }

    @Test
    void whoComesToSeeARowAgainMissesNothing() {
        view.add(monster(1));
        tick();
        view.remove(monster(1));
        tick();
        x[1] = 8;
        tick();
        view.add(monster(1));
        tick();
        x[1] = 0;
        tick();
        assertThat(of(viewer, "hidden", "h", "x")).isEqualTo(0f);
    }

    @Test
    void whatDoesNotFitIsSentAsTheNearestThatDoes() {
        hp[0] = 70_000;
        gold[0] = -1;
        tick();
        assertThat(of(client, "all", "m", "hp")).isEqualTo(65_535);
        assertThat(of(client, "all", "m", "gold")).isEqualTo(0L);
        assertThat(HP.get(monster(0))).isEqualTo(65_535);
    }

    @Test
    void aReleasedObjectKeepsItsValuesAndTellsWhatWasNotToldYet() {
        StateObject monster = monster(0);
        x[0] = 4;
        columns.release(0);
        assertThat(columns.at(0)).isNull();
        assertThat(X.get(monster)).isEqualTo(4f);
        x[0] = 100;
        tick();
        assertThat(of(client, "all", "m", "x")).isEqualTo(4f);

        columns.bind(2, monster);
        assertThat(x[2]).isEqualTo(4f);
        x[2] = 5;
        tick();
        assertThat(of(client, "all", "m", "x")).isEqualTo(5f);
    }

    @Test
    void aRowGivenToAnotherObjectLeavesTheFirstAlone() {
        StateObject first = monster(0);
        ALL.put(root, "n", columns.create(0));
        x[0] = 77;
        tick();
        assertThat(of(client, "all", "m", "x")).isEqualTo(1.5f);
        assertThat(of(client, "all", "n", "x")).isEqualTo(77f);
        assertThat(X.get(first)).isEqualTo(1.5f);
    }

    @Test
    void aClientThatIsBehindGetsRowsMerged() {
        Arrears behind = encoder.arrears();
        for (int i = 0; i < 5; i++) {
            x[0]++;
            encoder.tick();
        }
        client.decode(Objects.requireNonNull(behind.settle()));
        assertThat(of(client, "all", "m", "x")).isEqualTo(6.5f);
    }

    @Test
    void olderClientsReadRowsToo() {
        StateType.Builder s = StateType.named("Old");
        FloatField y = s.float32("y");
        StateType old = s.build();
        StateType.Builder t = StateType.named("OldRealm");
        MapField<StateObject> all = t.map("all", old);
        StateObject oldRoot = t.build().create();
        StateColumns rows = old.columns(1);
        all.put(oldRoot, "m", rows.create(0));
        StateEncoder from = new StateEncoder(oldRoot);
        StateDecoder decoder = new StateDecoder(from.handshake(Dialect.V17), Dialect.V17);
        decoder.decode(from.fullWithoutView(Dialect.V17, false));
        rows.floats(y)[0] = 3;
        from.tick();
        decoder.decode(from.patch(Dialect.V17));
        assertThat(of(decoder, "all", "m", "y")).isEqualTo(3f);
    }

    @Test
    void aSnapshotHoldsWhatLiesInColumns() {
        x[0] = 12;
        StateObject restored = StateSnapshot.read(StateSnapshot.write(root));
        StateObject monster = Objects.requireNonNull(ALL.get(restored, "m"));
        assertThat(X.get(monster)).isEqualTo(12f);
        StateColumns fresh = MONSTER.columns(1);
        fresh.bind(0, monster);
        assertThat(fresh.floats(X)[0]).isEqualTo(12f);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> MONSTER.columns(0)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> columns.ints(SECRET)).hasMessageContaining("'secret' has a view tag");
        assertThatThrownBy(() -> HP.unset(monster(0))).hasMessageContaining("'hp' lies in a column");
        assertThatThrownBy(() -> columns.bind(2, monster(0))).hasMessageContaining("row 0");
        assertThatThrownBy(() -> columns.bind(2, REALM.create())).hasMessageContaining("cannot hold");
        StateObject other = REALM.create();
        StateEncoder second = new StateEncoder(other);
        ALL.put(other, "m", columns.create(2));
        assertThatThrownBy(second::tick).hasMessageContaining("another state");
        assertThat(columns.at(2)).isNotNull();
    }
}
