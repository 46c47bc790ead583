package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no client has costs nothing to change, and nobody who comes to see it gets anything old. */
class UnseenTest {
    private static final StateType.Builder M = StateType.named("Monster");
    private static final IntField HP = M.uint16("hp");
    private static final StringField MOOD = M.string("mood");
    private static final StateType MONSTER = M.build();

    private static final StateType.Builder R = StateType.named("Realm");
    private static final MapField<StateObject> MONSTERS =
            R.map("monsters", MONSTER).view();
    private static final StateType REALM = R.build();

    private final StateObject root = REALM.create();
    private final StateObject monster = MONSTER.create();
    private final StateView view = new StateView();
    private StateEncoder encoder;
    private StateDecoder client;

    @BeforeEach
    void join() {
        HP.set(monster, 30);
        MONSTERS.put(root, "m", monster);
        encoder = new StateEncoder(root);
        client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(view, false));
        tick();
    }

    private void tick() {
        encoder.tick();
        client.decode(encoder.patch(view));
    }

    private Object seen() {
        return seenBy(client);
    }

    private static Object seenBy(StateDecoder client) {
        return client.state().get("monsters") instanceof Map<?, ?> monsters ? monsters.get("m") : null;
    }

    @Test
    void whatNobodySeesIsNoChange() {
        HP.set(monster, 29);
        MOOD.set(monster, "calm");
        assertThat(encoder.hasChanges()).isFalse();

        view.add(monster);
        tick();
        assertThat(seen()).isEqualTo(Map.of("hp", 29, "mood", "calm"));
        HP.set(monster, 28);
        assertThat(encoder.hasChanges()).isTrue();
    }

    @Test
    void itIsAChangeAsLongAsOneOfTwoSeesIt() {
        StateView other = new StateView();
        other.add(monster);
        StateDecoder second = new StateDecoder(encoder.handshake(Dialect.V18));
        second.decode(encoder.full(other, false));
        view.add(monster);
        tick();
        second.decode(encoder.patch(other));

        view.remove(monster);
        tick();
        second.decode(encoder.patch(other));
        HP.set(monster, 7);
        tick();
        second.decode(encoder.patch(other));
        assertThat(seen()).isNull();
        assertThat(seenBy(second)).isEqualTo(Map.of("hp", 7));

        encoder.forget(other);
        HP.set(monster, 6);
        assertThat(encoder.hasChanges()).isFalse();
        view.add(monster);
        tick();
        assertThat(seen()).isEqualTo(Map.of("hp", 6));
    }

    @Test
    void aFullStateBetweenTwoTicksHoldsWhatChangedUnseen() {
        StateView first = new StateView();
        first.add(monster);
        encoder.full(first, false);
        encoder.forget(first);
        HP.set(monster, 12);

        StateView next = new StateView();
        next.add(monster);
        StateDecoder joiner = new StateDecoder(encoder.handshake(Dialect.V18));
        joiner.decode(encoder.full(next, false));
        assertThat(seenBy(joiner)).isEqualTo(Map.of("hp", 12));
    }

    @Test
    void aViewThatWasForgottenStartsAnewWithAFullState() {
        view.add(monster);
        tick();
        encoder.forget(view);
        HP.set(monster, 3);
        encoder.tick();
        client.decode(encoder.full(view, true));
        HP.set(monster, 2);
        tick();
        assertThat(seen()).isEqualTo(Map.of("hp", 2));
    }
}
