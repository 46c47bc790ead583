package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.ProgressDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.InvalidPayload;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bag of two slots; a sword, a crown from level 3, a wand for wizards, bones. */
final class WardrobeTest {

    private static final Drop.Origin ORIGIN = new Drop.Origin("goblin", "1.2.3", 4, 0.5, 9, "goblin", 77);

    private final Bench bench = new Bench(content());
    private FakeSeat seat;
    private Player ada;

    private static ContentSet content() {
        ContentSet base = Samples.with(Maps.field(30).build()).build();
        return new ContentSet(
                1,
                base.realm().with(new ProgressDef(2, List.of(0, 100, 300), 0.1)),
                base.monsters(),
                base.skills(),
                base.tables(),
                Map.of(
                        "sword", item("sword", ItemDef.Kind.WEAPON, 1, List.of()),
                        "crown", item("crown", ItemDef.Kind.TRINKET, 3, List.of()),
                        "wand", item("wand", ItemDef.Kind.WEAPON, 1, List.of("wizard")),
                        "bone", item("bone", ItemDef.Kind.MATERIAL, 1, List.of())),
                base.zones());
    }

    private static ItemDef item(String id, ItemDef.Kind kind, int level, List<String> classes) {
        return new ItemDef(
                id, "the " + id, kind, ItemDef.Rarity.RARE, 1, level, classes, Map.of("power", 5.0), "A " + id + ".");
    }

    @BeforeEach
    void join() throws RefusedException {
        seat = bench.join("Ada");
        ada = bench.player(seat);
    }

    private String refusal(String type, Object... wish) throws RefusedException {
        seat.clear();
        bench.send(seat, type, wish);
        bench.tick();
        return seat.sent("refused").isEmpty()
                ? ""
                : String.valueOf(seat.sent("refused").getFirst().field("reason"));
    }

    @Test
    void wornItemShowsInMessageAndAttributes() throws RefusedException {
        ada.give("sword", 1, List.of(new Drop.Source(ORIGIN, 1)));
        assertThat(refusal("equip", "item", "sword", "slot", "weapon")).isEmpty();
        Payload inventory = seat.sent("inventory").getLast();
        assertThat(inventory.field("equipment")).isEqualTo(Map.of("weapon", "sword"));
        assertThat(((Map<?, ?>) inventory.field("attributes")).get("power")).isEqualTo(15.0);
        assertThat(inventory.field("slots")).isEqualTo(2L);
    }

    @Test
    void whatCannotBeWornIsRefusedWithTheReason() throws RefusedException {
        assertThat(refusal("equip", "item", "sword")).isEqualTo("you have no the sword");
        assertThat(refusal("equip", "item", "moon")).isEqualTo("there is no item 'moon'");
        ada.give("bone", 1);
        assertThat(refusal("equip", "item", "bone")).isEqualTo("the bone cannot be worn");
        ada.give("crown", 1);
        assertThat(refusal("equip", "item", "crown")).isEqualTo("the crown needs level 3, you are level 1");
        assertThat(refusal("equip", "item", "crown", "slot", "weapon"))
                .isEqualTo("the crown is worn as trinket, not as weapon");
        ada.take("bone", 1);
        ada.give("wand", 1);
        assertThat(refusal("equip", "item", "wand")).isEqualTo("the wand is not for you: only for wizard");
        ada.hp(0);
        assertThat(refusal("equip", "item", "wand")).isEqualTo("the dead change nothing");
    }

    @Test
    void takingOffNeedsRoomAndSomethingWorn() throws RefusedException {
        assertThat(refusal("unequip", "slot", "weapon")).isEqualTo("you wear nothing there: weapon");
        ada.give("sword", 1);
        assertThat(refusal("equip", "item", "sword")).isEmpty();
        ada.give("bone", 2);
        assertThat(refusal("unequip", "slot", "weapon")).isEqualTo("your bag is full: it holds 2 stacks");
        ada.take("bone", 1);
        assertThat(refusal("unequip", "slot", "weapon")).isEmpty();
        assertThat(ada.worn()).isEmpty();
    }

    @Test
    void aSlotThatThereIsNotIsAMalformedMessage() {
        assertThatThrownBy(() -> bench.send(seat, "unequip", "slot", "tail"))
                .isInstanceOf(InvalidPayload.class)
                .hasMessageContaining("weapon, armour or trinket");
    }

    @Test
    void whatIsThrownAwayLiesThereAsItsOwnersWithItsOrigin() throws RefusedException {
        ada.give("bone", 1, List.of(new Drop.Source(ORIGIN, 1)));
        ada.give("bone", 1);
        assertThat(refusal("discard", "item", "bone", "quantity", 3)).isEqualTo("you have 2 bone, not 3");
        assertThat(refusal("discard", "item", "bone", "quantity", 2)).isEmpty();
        Drop drop = bench.world.drops().getFirst();
        assertThat(drop.quantity()).isEqualTo(2);
        assertThat(drop.owner()).isEqualTo(seat.sessionId());
        assertThat(drop.sources()).extracting(s -> s.origin().kind()).containsExactly("", "goblin");
        assertThat(ada.inventory()).isEmpty();
    }

    @Test
    void inspectTellsWhereEachComesFrom() throws RefusedException {
        ada.give("sword", 1, List.of(new Drop.Source(ORIGIN, 1)));
        bench.tick();
        Payload answer = bench.send(seat, "inspect", "item", "sword");
        Map<?, ?> stack = (Map<?, ?>) ((List<?>) answer.field("stacks")).getFirst();
        assertThat(stack.get("where")).isEqualTo("bag");
        Map<?, ?> source = (Map<?, ?>) ((List<?>) stack.get("sources")).getFirst();
        assertThat(source.get("table")).isEqualTo("goblin");
        assertThat(source.get("version")).isEqualTo("1.2.3");
        assertThat(source.get("roll")).isEqualTo(0.5);
        assertThat(source.get("monster")).isEqualTo(9L);
        assertThat(source.get("tick")).isEqualTo(77L);
        assertThatThrownBy(() -> bench.send(seat, "inspect", "item", "bone"))
                .hasMessageContaining("you have no 'bone'");
    }

    @Test
    void experienceIsSharedByThreatAndTheLootIsForWhoeverHasMost() throws RefusedException {
        FakeSeat other = bench.join("Bob");
        Player bob = bench.player(other);
        var goblin = bench.world.addMonster("goblin", 5, 5);
        goblin.threat().add(ada.id(), 10);
        goblin.threat().add(bob.id(), 30);
        Death.of(bench.world, goblin, ada.id());
        assertThat(ada.xp()).isEqualTo(8);
        assertThat(bob.xp()).isEqualTo(23);
        assertThat(bench.world.events()).contains(new org.hotrealm.realm.api.Event.Died(goblin.id(), bob.id()));
    }
}
