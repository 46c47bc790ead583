package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the reference server leads its clients astray, each case on its own. */
class ReferenceDefectsTest {
    private static final StateType.Builder I = StateType.named("Item");
    private static final IntField ID = I.uint16("id");
    private static final StateType ITEM = I.build();

    private static final StateType.Builder S = StateType.named("Defects");
    private static final ArrayField<Integer> NUMBERS = S.array("numbers", Primitive.UINT8);
    private static final ArrayField<StateObject> ITEMS = S.array("items", ITEM);
    private static final RefField PET = S.ref("pet", ITEM);
    private static final IntField COUNT = S.uint8("count");
    private static final RefField OPEN = S.ref("open", ITEM);
    private static final RefField SECRET = S.ref("secret", ITEM).view();
    private static final StateType STATE = S.build();

    private final StateObject root = STATE.create();

    private static StateObject item(int id) {
        StateObject item = ITEM.create();
        ID.set(item, id);
        return item;
    }

    private StateDecoder join(StateEncoder encoder, StateView view) {
        StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));
        client.decode(encoder.full(view, false));
        return client;
    }

    private List<?> ids(StateDecoder client) {
        return ((List<?>) client.state().get("items"))
                .stream().map(item -> ((Map<?, ?>) item).get("id")).toList();
    }

    @Test
    void joinerIsNotSentAgainWhatItsFullStateHolds() {
        NUMBERS.add(root, 1);
        StateEncoder encoder = new StateEncoder(root);
        NUMBERS.add(root, 2);
        encoder.tick();
        StateDecoder joiner = join(encoder, null);
        NUMBERS.add(root, 3);
        encoder.tick();
        joiner.decode(encoder.patch());

        assertThat(joiner.state().get("numbers")).isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void sortingAndRemovingInOneTickKeepsTheOrder() {
        for (int i : new int[] {5, 3, 1, 4, 2}) {
            ITEMS.add(root, item(i));
        }
        StateEncoder encoder = new StateEncoder(root);
        StateDecoder client = join(encoder, null);
        StateArray<StateObject> items = ITEMS.of(root);
        items.removeAt(0);
        items.sort((a, b) -> Integer.compare(ID.get(a), ID.get(b)));
        items.add(1, item(9));
        encoder.tick();
        client.decode(encoder.patch());

        assertThat(ids(client)).isEqualTo(List.of(1, 9, 2, 3, 4));
        assertThat(client.referenceCounts()).isEqualTo(client.reachableCounts());
    }

    @Test
    void replacingAndRemovingTheSamePlaceInOneTickWorks() {
        for (int i = 0; i < 3; i++) {
            ITEMS.add(root, item(i));
        }
        StateEncoder encoder = new StateEncoder(root);
        StateDecoder client = join(encoder, null);
        StateArray<StateObject> items = ITEMS.of(root);
        items.set(1, item(7));
        items.removeAt(1);
        encoder.tick();
        client.decode(encoder.patch());

        assertThat(ids(client)).isEqualTo(List.of(0, 2));
    }

    @Test
    void insertingTheEqualNumberIsNotLost() {
        NUMBERS.add(root, 5);
        NUMBERS.add(root, 6);
        StateEncoder encoder = new StateEncoder(root);
        StateDecoder client = join(encoder, null);
        NUMBERS.of(root).add(0, 5);
        encoder.tick();
        client.decode(encoder.patch());

        assertThat(client.state().get("numbers")).isEqualTo(List.of(5, 5, 6));
    }

    @Test
    void whatWasUnsetOrReplacedDuringAnAbsenceIsGoneAfterTheRejoin() {
        COUNT.set(root, 3);
        PET.set(root, item(1));
        StateEncoder encoder = new StateEncoder(root);
        StateDecoder client = join(encoder, null);
        COUNT.unset(root);
        PET.set(root, item(2));
        encoder.tick();
        client.resync(encoder.full(null, true).toByteArray());

        assertThat(client.state()).doesNotContainKey("count").containsEntry("pet", Map.of("id", 2));
        assertThat(client.referenceCounts()).isEqualTo(client.reachableCounts());
    }

    @Test
    void whatIsNoLongerPublicStaysWithThoseWhoMaySeeIt() {
        StateObject item = item(1);
        SECRET.set(root, item);
        OPEN.set(root, item);
        StateEncoder encoder = new StateEncoder(root);
        StateView view = new StateView();
        view.add(item);
        StateDecoder insider = join(encoder, view);
        StateDecoder outsider = join(encoder, new StateView());
        StateView none = new StateView();
        outsider.resync(encoder.full(none, true).toByteArray());
        OPEN.unset(root);
        ID.set(item, 2);
        encoder.tick();
        insider.decode(encoder.patch(view));
        outsider.decode(encoder.patch(none));

        assertThat(insider.state()).containsEntry("secret", Map.of("id", 2));
        assertThat(outsider.state()).doesNotContainKeys("secret", "open");
        ID.set(item, 3);
        encoder.tick();
        insider.decode(encoder.patch(view));
        assertThat(encoder.patch(none).isEmpty()).isTrue();
        assertThat(insider.state()).containsEntry("secret", Map.of("id", 3));
        assertThat(insider.problems()).isEmpty();
    }

    @Test
    void replacedReferenceInFieldTwentyOneIsNotTakenForATypeId() {
        StateType.Builder t = StateType.named("TwentyTwo");
        RefField[] refs = new RefField[22];
        for (int i = 0; i < 22; i++) {
            refs[i] = t.ref("r" + i, ITEM);
        }
        StateObject state = t.build().create();
        refs[20].set(state, item(1));
        refs[21].set(state, item(2));
        StateEncoder encoder = new StateEncoder(state);
        StateDecoder client = join(encoder, null);
        refs[20].set(state, item(3));
        refs[21].set(state, item(4));
        encoder.tick();
        client.decode(encoder.patch());

        assertThat(client.state()).containsEntry("r20", Map.of("id", 3)).containsEntry("r21", Map.of("id", 4));
        assertThat(HexFormat.of().formatHex(encoder.patch().toByteArray())).startsWith("d403d501d504");
    }

    @Test
    void removingAtTheFrontWhatWasJustPutThereKeepsTheRest() {
        ITEMS.add(root, item(1));
        ITEMS.add(root, item(2));
        StateEncoder encoder = new StateEncoder(root);
        StateDecoder client = join(encoder, null);
        ITEMS.of(root).add(0, item(9));
        ITEMS.of(root).removeAt(0);
        ITEMS.of(root).removeAt(0);
        encoder.tick();
        client.decode(encoder.patch());
        assertThat(ids(client)).isEqualTo(List.of(2));
    }

    @Test
    void oneCollectionCannotStandInTwoFields() {
        StateType.Builder t = StateType.named("Twice");
        ArrayField<StateObject> left = t.array("left", ITEM);
        ArrayField<StateObject> right = t.array("right", ITEM);
        StateObject state = t.build().create();
        StateEncoder encoder = new StateEncoder(state);
        StateDecoder client = join(encoder, null);
        StateObject shared = item(1);
        left.add(state, shared);
        right.add(state, shared);
        right.add(state, item(2));
        encoder.tick();
        client.decode(encoder.patch());

        // Moving the contents from one field to the other is a new collection there, never the same one.
        left.renew(state);
        right.of(state).forEach(item -> left.add(state, item));
        right.unset(state);
        encoder.tick();
        client.decode(encoder.patch());
        left.add(state, item(3));
        encoder.tick();
        client.decode(encoder.patch());

        assertThat(client.state())
                .isEqualTo(Map.of("left", List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3))));
        assertThat(client.referenceCounts()).isEqualTo(client.reachableCounts());
    }

    @Test
    void nothingCannotBePutIntoAnArray() {
        ITEMS.add(root, item(1));
        NUMBERS.add(root, 1);
        assertThatThrownBy(() -> ITEMS.of(root).set(0, null)).hasMessageContaining("remove the entry instead");
        assertThatThrownBy(() -> NUMBERS.of(root).add(null)).hasMessageContaining("'numbers'");
        assertThatThrownBy(() -> NUMBERS.of(root).set(0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(root.toMap()).containsEntry("numbers", List.of(1)).containsEntry("items", List.of(Map.of("id", 1)));
    }

    @Test
    void unreliableFieldsReachClientsAfterTheirFullState() {
        StateType.Builder t = StateType.named("Walker");
        IntField x = t.uint16("x").unreliable();
        StateObject walker = t.build().create();
        x.set(walker, 1);
        StateEncoder encoder = new StateEncoder(walker);
        StateDecoder client = join(encoder, null);
        x.set(walker, 2);
        encoder.tick();
        client.decode(encoder.patch());
        assertThat(client.state()).isEqualTo(Map.of("x", 2));
    }
}
