package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamTest {
    private static final StateType.Builder I = StateType.named("Item");
    private static final IntField ID = I.uint16("id");
    private static final StateType ITEM = I.build();

    private static final StateType.Builder W = StateType.named("World");
    private static final StreamField SHARED = W.stream("shared", ITEM).perTick(2);
    private static final StreamField VIEWED =
            W.stream("viewed", ITEM).perTick(2).view();
    private static final StateType WORLD = W.build();

    private final StateObject root = WORLD.create();
    private final StateEncoder encoder = new StateEncoder(root);
    private final StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));

    private static StateObject item(int id) {
        StateObject item = ITEM.create();
        ID.set(item, id);
        return item;
    }

    private static List<Object> ids(StateDecoder of, String field) {
        List<Object> ids = new ArrayList<>();
        ((List<?>) of.state().getOrDefault(field, List.of())).forEach(item -> ids.add(((Map<?, ?>) item).get("id")));
        return ids;
    }

    private void tick() {
        encoder.tick();
        client.decode(encoder.patch());
    }

    @Test
    void entriesArriveAFewATickTheMostUrgentFirst() {
        client.decode(encoder.full(null, false));
        StateStream stream = SHARED.of(root);
        for (int id = 1; id <= 4; id++) {
            stream.add(item(id));
        }
        stream.add(item(9), 5);

        tick();
        assertThat(ids(client, "shared")).containsExactly(9, 1);
        assertThat(stream.waiting()).isEqualTo(3);
        tick();
        assertThat(ids(client, "shared")).containsExactly(9, 1, 2, 3);
        tick();
        tick();
        assertThat(ids(client, "shared")).containsExactly(9, 1, 2, 3, 4);
        assertThat(encoder.patch().isEmpty()).isTrue();
    }

    @Test
    void whatIsRemovedBeforeItsTurnNeverTravels() {
        client.decode(encoder.full(null, false));
        StateObject late = item(3);
        SHARED.of(root).add(item(1));
        SHARED.of(root).add(item(2));
        SHARED.of(root).add(late);
        tick();
        SHARED.of(root).remove(late);
        tick();
        tick();
        assertThat(ids(client, "shared")).containsExactly(1, 2);
        assertThat(client.referenceCounts()).isEqualTo(client.reachableCounts());
    }

    @Test
    void whoJoinsGetsWhatTheOthersHaveAndTheRestWithThem() {
        for (int id = 1; id <= 5; id++) {
            SHARED.of(root).add(item(id));
        }
        encoder.tick();
        client.decode(encoder.full(null, false));
        assertThat(ids(client, "shared")).containsExactly(1, 2);
        tick();
        assertThat(ids(client, "shared")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aStreamThatComesWithItsHolderBringsItsFirstEntriesAlong() {
        StateObject world = WORLD.create();
        for (int id = 1; id <= 3; id++) {
            SHARED.of(world).add(item(id));
        }
        StateEncoder own = new StateEncoder(world);
        StateDecoder joined = new StateDecoder(own.handshake(Dialect.V18));
        joined.decode(own.full(null, false));
        assertThat(ids(joined, "shared")).containsExactly(1, 2);
        own.tick();
        joined.decode(own.patch());
        assertThat(ids(joined, "shared")).containsExactly(1, 2, 3);
    }

    @Test
    void eachViewHasAPaceOfItsOwn() {
        List<StateObject> items = new ArrayList<>();
        for (int id = 1; id <= 5; id++) {
            items.add(item(id));
            VIEWED.of(root).add(items.getLast(), id == 4 ? 1 : 0);
        }
        encoder.tick();
        StateView all = new StateView();
        all.subscribe(VIEWED.of(root));
        StateView one = new StateView();
        one.add(items.get(2));
        StateDecoder other = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(all, false));
        other.decode(encoder.full(one, false));
        assertThat(ids(client, "viewed")).containsExactly(4, 1);
        assertThat(ids(other, "viewed")).containsExactly(3);

        one.remove(items.get(2));
        one.add(items.get(0));
        encoder.tick();
        client.decode(encoder.patch(all));
        other.decode(encoder.patch(one));
        assertThat(ids(client, "viewed")).containsExactly(4, 1, 2, 3);
        assertThat(ids(other, "viewed")).containsExactly(1);

        encoder.tick();
        client.decode(encoder.patch(all));
        assertThat(encoder.patch(one).isEmpty()).isTrue();
        assertThat(ids(client, "viewed")).containsExactly(4, 1, 2, 3, 5);
    }

    @Test
    void waitingEntriesSurviveASnapshot() {
        for (int id = 1; id <= 5; id++) {
            SHARED.of(root).add(item(id), id);
        }
        encoder.tick();
        client.decode(encoder.full(null, false));
        StateObject restored = StateSnapshot.read(StateSnapshot.write(root), WORLD);
        StateEncoder next = new StateEncoder(restored);
        for (int i = 0; i < 3; i++) {
            next.tick();
            client.decode(next.patch());
        }
        assertThat(ids(client, "shared")).containsExactly(4, 5, 3, 2, 1);
        assertThat(client.problems()).isEmpty();
        assertThat(client.referenceCounts()).isEqualTo(client.reachableCounts());
    }

    @Test
    void olderClientsAreRefusedByName() {
        assertThatThrownBy(() -> encoder.handshake(Dialect.V17)).hasMessageContaining("'shared'");
        StateType.Builder t = StateType.named("Wrong");
        assertThatThrownBy(() -> t.stream("s", ITEM).perTick(0)).hasMessageContaining("at least one entry");
    }
}
