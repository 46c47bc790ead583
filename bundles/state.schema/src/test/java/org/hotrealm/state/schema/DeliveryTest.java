package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final StateType.Builder U = StateType.named("Unit");
    private static final IntField SPEED = U.uint8("speed").fullStateOnly();
    private static final IntField ROLL = U.uint8("roll").noSync();
    private static final IntField HIT = U.uint8("hit").patchOnly();
    private static final IntField HP = U.uint8("hp").unreliable();
    private static final StateType UNIT = U.build();

    private static final StateType.Builder H = StateType.named("Hero").extending(UNIT);
    private static final IntField OLD = H.uint8("old").deprecated();
    private static final StringField NAME = H.string("name");
    private static final StateType HERO = H.build();

    private static final StateType.Builder W = StateType.named("World");
    private static final MapField<StateObject> UNITS = W.map("units", UNIT, HERO);
    private static final StateType WORLD = W.build();

    private final StateObject root = WORLD.create();
    private final StateEncoder encoder = new StateEncoder(root);
    private final StateDecoder client = joiner();

    private StateDecoder joiner() {
        StateDecoder joined = new StateDecoder(encoder.handshake(Dialect.V18));
        joined.decode(encoder.full(null, false));
        return joined;
    }

    private static StateObject hero() {
        StateObject hero = HERO.create();
        SPEED.set(hero, 1);
        ROLL.set(hero, 2);
        HIT.set(hero, 3);
        HP.set(hero, 4);
        NAME.set(hero, "Ann");
        return hero;
    }

    private void tick() {
        encoder.tick();
        client.decode(encoder.patch());
    }

    private static Object hero(StateDecoder of) {
        return ((Map<?, ?>) of.state().get("units")).get("h");
    }

    @Test
    void eachFieldTravelsWhereItShould() {
        StateObject hero = hero();
        UNITS.put(root, "h", hero);
        tick();
        assertThat(hero(client)).isEqualTo(Map.of("speed", 1, "hit", 3, "hp", 4, "name", "Ann"));

        SPEED.set(hero, 10);
        ROLL.set(hero, 20);
        HIT.set(hero, 30);
        HP.set(hero, 40);
        tick();
        assertThat(hero(client)).isEqualTo(Map.of("speed", 1, "hit", 30, "hp", 40, "name", "Ann"));
        assertThat(hero(joiner())).isEqualTo(Map.of("speed", 10, "hp", 40, "name", "Ann"));
        assertThat(ROLL.get(hero)).isEqualTo(20);

        client.resync(encoder.full(null, true).toByteArray());
        assertThat(hero(client)).as("like a joiner").isEqualTo(hero(joiner()));
    }

    @Test
    void changesThatNobodyHearsOfAreNoPatch() {
        StateObject hero = hero();
        UNITS.put(root, "h", hero);
        tick();
        SPEED.set(hero, 10);
        ROLL.set(hero, 20);
        encoder.tick();
        assertThat(encoder.patch().isEmpty()).isTrue();
    }

    @Test
    void unsyncedFieldsArePartOfSnapshotsAndDigests() {
        StateObject hero = hero();
        UNITS.put(root, "h", hero);
        tick();
        StateObject restored = StateSnapshot.read(StateSnapshot.write(root), WORLD);
        assertThat(ROLL.get(UNITS.get(restored, "h"))).isEqualTo(2);
        long before = StateHash.of(root);
        ROLL.set(hero, 9);
        assertThat(StateHash.of(root)).isNotEqualTo(before);
        assertThat(hero.toMap()).doesNotContainKey("roll");
    }

    @Test
    void aDeprecatedFieldKeepsItsNumberAndCannotBeSet() {
        assertThatThrownBy(() -> OLD.set(hero(), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'old' is deprecated");
        UNITS.put(root, "h", hero());
        tick();
        assertThat(hero(client)).isEqualTo(Map.of("speed", 1, "hit", 3, "hp", 4, "name", "Ann"));
        StateType.Builder t = StateType.named("Old");
        ArrayField<Integer> list = t.array("list", Primitive.UINT8).deprecated();
        StateObject object = t.build().create();
        assertThat(object.toMap()).isEmpty();
        assertThatThrownBy(() -> list.of(object)).hasMessageContaining("deprecated");
    }

    @Test
    void contradictionsAreRefusedWhereTheyAreDeclared() {
        StateType.Builder t = StateType.named("Wrong");
        assertThatThrownBy(() -> t.uint8("a").patchOnly().fullStateOnly()).hasMessageContaining("contradicts");
        assertThatThrownBy(() -> t.uint8("b").view().noSync()).hasMessageContaining("hides it from all");
        assertThatThrownBy(() -> t.uint8("c").noSync().view(2)).hasMessageContaining("hides it from all");
        assertThatThrownBy(() -> t.ref("d", UNIT).patchOnly()).hasMessageContaining("for plain values, not for a ref");
        assertThatThrownBy(() -> t.map("e", UNIT).unreliable()).hasMessageContaining("not for a map");
        assertThatThrownBy(() -> t.uint8("toJSON")).hasMessageContaining("choose another name");
        assertThatThrownBy(() -> t.uint8("~x")).hasMessageContaining("choose another name");
    }
}
