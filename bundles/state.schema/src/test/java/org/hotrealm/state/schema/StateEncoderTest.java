package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateEncoderTest {
    private static final StateType.Builder M = StateType.named("Monster");
    private static final IntField HP = M.uint16("hp");
    private static final QuantizedField X = M.quantized("x", 0, 256, 16, Quantized.CLAMP);
    private static final StringField PLAN = M.string("plan").view(2);
    private static final StateType MONSTER = M.build();

    private static final StateType.Builder R = StateType.named("Realm");
    private static final IntField HOUR = R.uint8("hour");
    private static final MapField<StateObject> MONSTERS =
            R.map("monsters", MONSTER).view();
    private static final StateType REALM = R.build();

    private final StateObject root = REALM.create();

    private static StateObject monster(int hp) {
        StateObject monster = MONSTER.create();
        HP.set(monster, hp);
        return monster;
    }

    private static String hex(Encoded encoded) {
        return HexFormat.of().formatHex(encoded.toByteArray());
    }

    @Test
    void onlyNetDifferencesTravel() {
        StateEncoder encoder = new StateEncoder(root);
        HOUR.set(root, 4);
        encoder.tick();
        assertThat(hex(encoder.patch())).isEqualTo("8004");
        HOUR.set(root, 5);
        HOUR.set(root, 4);
        encoder.tick();
        assertThat(encoder.patch().isEmpty()).isTrue();
    }

    @Test
    void messagesHaveRoomInFrontAndAreSharedByAll() {
        StateEncoder encoder = new StateEncoder(root);
        HOUR.set(root, 4);
        encoder.tick();
        Encoded patch = encoder.patch();

        assertThat(patch.offset()).isGreaterThanOrEqualTo(16);
        assertThat(encoder.patch()).isSameAs(patch);
        assertThat(encoder.full(null, false)).isSameAs(encoder.full(null, false));
    }

    @Test
    void viewsGetEnterUpdateAndLeave() {
        StateObject seen = monster(30);
        MONSTERS.put(root, "m1", seen);
        MONSTERS.put(root, "m2", monster(40));
        StateEncoder encoder = new StateEncoder(root);
        StateView view = new StateView();
        assertThat(hex(encoder.full(view, false))).isEmpty();

        view.add(seen);
        encoder.tick();
        assertThat(hex(encoder.patch(view))).isEqualTo("ff008101ff018000a26d3102ff02801e00");
        HP.set(seen, 29);
        encoder.tick();
        assertThat(hex(encoder.patch(view))).isEqualTo("ff02801d00");
        view.remove(seen);
        HP.set(seen, 28);
        encoder.tick();
        assertThat(hex(encoder.patch(view))).isEqualTo("ff014000");
        HP.set(seen, 27);
        encoder.tick();
        assertThat(encoder.patch(view).isEmpty()).isTrue();
    }

    @Test
    void comingAndGoingWithinATickIsNothing() {
        StateObject monster = monster(30);
        MONSTERS.put(root, "m1", monster);
        StateEncoder encoder = new StateEncoder(root);
        StateView view = new StateView();
        encoder.full(view, false);
        view.add(monster);
        view.remove(monster);
        encoder.tick();

        assertThat(encoder.patch(view).isEmpty()).isTrue();
        assertThat(view.has(monster)).isFalse();
    }

    @Test
    void tagsShowFieldsToThoseWhoHoldThem() {
        StateObject monster = monster(30);
        PLAN.set(monster, "ambush");
        MONSTERS.put(root, "m1", monster);
        StateEncoder encoder = new StateEncoder(root);
        StateView view = new StateView();
        view.add(monster);
        StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(view, false));
        assertThat(client.state()).isEqualTo(Map.of("monsters", Map.of("m1", Map.of("hp", 30))));

        view.add(monster, 2);
        encoder.tick();
        client.decode(encoder.patch(view));
        assertThat(client.state()).isEqualTo(Map.of("monsters", Map.of("m1", Map.of("hp", 30, "plan", "ambush"))));
    }

    @Test
    void objectsThatLeaveTheStateLeaveTheViews() {
        StateObject monster = monster(30);
        MONSTERS.put(root, "m1", monster);
        StateEncoder encoder = new StateEncoder(root);
        StateView view = new StateView();
        view.add(monster);
        encoder.full(view, false);
        MONSTERS.remove(root, "m1");
        encoder.tick();
        encoder.patch(view);

        assertThat(view.has(monster)).isFalse();
        assertThat(view.size()).isZero();
        assertThat(monster.isInState()).isFalse();
        // The emptied map stays known to the client.
        assertThat(view.table.size()).isEqualTo(1);
    }

    @Test
    void aViewGivenLaterShowsItsContents() {
        StateObject monster = monster(30);
        MONSTERS.put(root, "m1", monster);
        StateEncoder encoder = new StateEncoder(root);
        StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(null, false));
        StateView view = new StateView();
        view.add(monster);
        HOUR.set(root, 9);
        encoder.tick();
        client.decode(encoder.patch(view));

        assertThat(client.state()).isEqualTo(Map.of("hour", 9, "monsters", Map.of("m1", Map.of("hp", 30))));
    }

    @Test
    void wrongOrderOfCallsIsNamed() {
        StateEncoder encoder = new StateEncoder(root);
        StateView view = new StateView();
        encoder.full(view, false);
        HOUR.set(root, 1);
        assertThatThrownBy(() -> encoder.full(null, false)).hasMessageContaining("call tick()");
        encoder.tick();
        encoder.tick();
        assertThatThrownBy(() -> encoder.patch(view)).hasMessageContaining("missed ticks after 0");
        encoder.full(view, true);
        assertThat(encoder.patch(view).isEmpty()).isTrue();
        encoder.close();
        assertThatThrownBy(encoder::tick).hasMessageContaining("closed");
    }

    @Test
    void olderClientsAreToldWhatTheyCannotRead() {
        StateEncoder encoder = new StateEncoder(root);
        assertThatThrownBy(() -> encoder.handshake(Dialect.V17))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Field 'x' of type Monster is quantized");
    }

    @Test
    void quantizedFieldsHoldWhatClientsSee() {
        StateObject monster = monster(1);
        X.set(monster, 100.001);
        double seen = X.get(monster);
        MONSTERS.put(root, "m", monster);
        StateEncoder encoder = new StateEncoder(root);
        X.set(monster, 100.0011);
        encoder.tick();

        assertThat(seen).isCloseTo(100.001, org.assertj.core.api.Assertions.within(256.0 / 65535));
        assertThat(X.get(monster)).isEqualTo(seen);
        assertThat(encoder.patch().isEmpty()).isTrue();
    }

    @Test
    void refIdsAreNeverUsedAgain() {
        StateEncoder encoder = new StateEncoder(root);
        StateObject monster = monster(1);
        for (int i = 0; i < 3; i++) {
            MONSTERS.put(root, "m", monster);
            encoder.tick();
            assertThat(monster.refId).isEqualTo(2 + i);
            MONSTERS.remove(root, "m");
            encoder.tick();
        }
    }
}
