package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An object of another state, hidden below something new, is found only when the tick comes; it must do no harm then. */
class RefusedTickTest {
    @Property(tries = 120)
    void clientsGoOnAsIfARefusedTickHadNotBeen(@ForAll long seed, @ForAll boolean takeWholePartAway) {
        RandomState state = new RandomState(seed, RandomState.Flavour.VIEWS);
        state.mutate();
        StateEncoder encoder = new StateEncoder(state.root);
        Audience audience = new Audience(state, encoder, Dialect.V18, true);
        List<StateView> views = List.of(new StateView(), new StateView());
        audience.join(null);
        views.forEach(audience::join);
        for (int tick = 0; tick < 8; tick++) {
            state.mutate();
            views.forEach(state::mutate);
            smuggle(state, encoder, takeWholePartAway);
            audience.tick();
            audience.checkLateJoiner(null);
            views.forEach(audience::checkLateJoiner);
        }
    }

    @SuppressWarnings("unchecked")
    private static void smuggle(RandomState state, StateEncoder encoder, boolean takeWholePartAway) {
        StateObject foreignRoot = state.nodeType.create();
        StateObject foreign = state.leafType.create();
        foreignRoot.setObject(state.nodeType.find("leaf"), foreign);
        StateEncoder other = new StateEncoder(foreignRoot);
        StateObject part = state.nodeType.create();
        StateMap<Object> inner = (StateMap<Object>) part.reference(state.nodeType.find("map"));
        inner.put("foreign", foreign);
        FieldSpec nodes = state.root.type.find("nodes");
        StateContainer holder = (StateContainer) state.root.reference(nodes);
        StateMap<Object> map = (StateMap<Object>) (holder == null ? state.root.renewContainer(nodes) : holder);
        map.put("smuggled", part);
        int before = encoder.ticks();

        assertThatThrownBy(encoder::tick)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of another state; remove it there");

        assertThat(encoder.ticks()).isEqualTo(before);
        if (takeWholePartAway) {
            map.remove("smuggled");
        } else {
            inner.remove("foreign");
        }
        other.tick();
        assertThat(other.full(null, false).isEmpty()).isFalse();
    }

    @Test
    void aStateThatHoldsAnotherStatesObjectGetsNoEncoder() {
        StateType.Builder t = StateType.named("Holder");
        RefField ref = t.ref("it", t);
        StateType type = t.build();
        StateObject owner = type.create();
        StateObject shared = type.create();
        ref.set(owner, shared);
        StateObject second = type.create();
        StateObject middle = type.create();
        ref.set(middle, shared);
        ref.set(second, middle);
        StateEncoder first = new StateEncoder(owner);

        assertThatThrownBy(() -> new StateEncoder(second)).hasMessageContaining("of another state");

        ref.unset(middle);
        assertThat(new StateEncoder(second).full(null, false).isEmpty()).isFalse();
        first.tick();
    }

    @Test
    void chainsThatWouldOverflowAStackAreRefusedByTheTick() {
        StateType.Builder t = StateType.named("Chain");
        RefField next = t.ref("next", t);
        IntField number = t.int32("number");
        StateType type = t.build();
        StateObject root = type.create();
        StateEncoder encoder = new StateEncoder(root);
        StateObject chain = type.create();
        for (int i = 0; i < NewParts.MAX_DEPTH; i++) {
            StateObject above = type.create();
            next.set(above, chain);
            chain = above;
        }
        next.set(root, chain);
        number.set(root, 7);

        assertThatThrownBy(encoder::tick).hasMessageContaining("levels deep");

        next.set(root, next.get(chain));
        encoder.tick();
        StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(null, false));
        assertThat(client.state()).isEqualTo(root.toMap());
    }
}
