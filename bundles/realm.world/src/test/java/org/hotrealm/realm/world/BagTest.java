package org.hotrealm.realm.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.ProgressDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Progress;
import org.hotrealm.realm.api.Stack;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.junit.jupiter.api.Test;

/** A bag of three slots: potions by five, swords and hats alone, gold in the purse. Levels at 0, 10 and 30. */
final class BagTest {

    private static final ContentSet CONTENT = content();

    private final FakeRoom room = new FakeRoom(1);
    private final World world = new WorldsComponent().create(room, CONTENT);
    private final Player player = world.addPlayer("s", "Ada", "hero");

    private static ContentSet content() {
        ContentSet base = Samples.with(Maps.field(20).build()).build();
        RealmDef realm = base.realm();
        return new ContentSet(
                1,
                realm.with(new ProgressDef(3, List.of(0, 10, 30), 0.5)),
                base.monsters(),
                base.skills(),
                base.tables(),
                Map.of(
                        "gold", item("gold", ItemDef.Kind.GOLD, 1, Map.of()),
                        "potion", item("potion", ItemDef.Kind.POTION, 5, Map.of("heal", 9.0)),
                        "sword", item("sword", ItemDef.Kind.WEAPON, 1, Map.of("power", 4.0, "value", 9.0)),
                        "axe", item("axe", ItemDef.Kind.WEAPON, 1, Map.of("power", 7.0)),
                        "hat", item("hat", ItemDef.Kind.ARMOUR, 1, Map.of("hp", 30.0, "speed", 0.5))),
                base.zones());
    }

    private static ItemDef item(String id, ItemDef.Kind kind, int stack, Map<String, Double> attributes) {
        return new ItemDef(id, id, kind, ItemDef.Rarity.COMMON, stack, attributes);
    }

    private static Drop.Origin origin(int tick) {
        return new Drop.Origin("table", "1.0.0", 1, 0.5, 7, "goblin", tick);
    }

    private static List<Drop.Source> from(int tick, int quantity) {
        return List.of(new Drop.Source(origin(tick), quantity));
    }

    private int idOf(String item) {
        return idOf(player, item);
    }

    private static int idOf(Player of, String item) {
        return of.bag().stream()
                .filter(s -> s.item().equals(item))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void stacksFillUpBeforeNewOnesBegin() {
        assertThat(player.give("potion", 4)).isEqualTo(4);
        assertThat(player.give("potion", 3)).isEqualTo(3);
        assertThat(player.bag()).extracting(Stack::quantity).containsExactly(5, 2);
        assertThat(player.slotsUsed()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsNotTaken() {
        player.give("sword", 1);
        assertThat(player.fits("potion", 99)).isEqualTo(10);
        assertThat(player.give("potion", 12)).isEqualTo(10);
        assertThat(player.give("sword", 1)).isZero();
        assertThat(player.inventory()).containsEntry("potion", 10);
    }

    @Test
    void goldTakesNoRoom() {
        player.give("sword", 3);
        assertThat(player.give("gold", 1_000)).isEqualTo(1_000);
        assertThat(player.slotsUsed()).isEqualTo(3);
        assertThat(player.ledger().now().gold()).isEqualTo(1_000);
    }

    @Test
    void wornThingsAddToAttributesHitPointsAndSpeed() {
        int hp = player.maxHp();
        double speed = player.speed();
        player.give("sword", 1);
        player.give("hat", 1);
        player.wear(idOf("sword"));
        player.wear(idOf("hat"));
        assertThat(player.attribute("power")).isEqualTo(14);
        assertThat(player.maxHp()).isEqualTo(hp + 30);
        assertThat(player.hp()).isEqualTo(hp + 30);
        assertThat(player.speed()).isEqualTo(speed + 0.5);
        world.publish();
        assertThat(player.sheet()).containsEntry("power", 14.0).doesNotContainKey("value");
        assertThat(player.bare(ItemDef.Slot.ARMOUR)).isTrue();
        assertThat(player.maxHp()).isEqualTo(hp);
    }

    @Test
    void wearingInTheSamePlaceSwapsAndNeedsNoRoom() {
        player.give("sword", 1);
        player.give("axe", 1);
        player.give("potion", 5);
        player.wear(idOf("sword"));
        player.give("hat", 1);
        player.wear(idOf("axe"));
        assertThat(player.worn().get(ItemDef.Slot.WEAPON).item()).isEqualTo("axe");
        assertThat(player.inventory()).containsOnlyKeys("sword", "potion", "hat");
        assertThat(player.bare(ItemDef.Slot.WEAPON)).isFalse();
        assertThatThrownBy(() -> player.wear(idOf("potion"))).hasMessageContaining("can be worn");
    }

    @Test
    void anItemKeepsItsIdAndWhereItComesFromThroughTheWardrobe() {
        player.give("sword", 1, from(5, 1));
        Stack before = player.bag().getFirst();
        player.wear(before.id());
        player.bare(ItemDef.Slot.WEAPON);
        assertThat(player.bag()).containsExactly(before);
        assertThat(before.sources()).containsExactlyElementsOf(from(5, 1));
    }

    @Test
    void stacksKeepTheNewestEightSourcesAndTheOldestItemsGoFirst() {
        for (int tick = 1; tick <= 12; tick++) {
            player.give("gold", 2, from(tick, 2));
        }
        Stack purse = player.bag().getFirst();
        assertThat(purse.sources()).hasSize(8).first().isEqualTo(new Drop.Source(origin(5), 2));
        Stack taken = player.takeFrom(purse.id(), 11);
        assertThat(taken.sources())
                .extracting(s -> s.origin().tick() + ":" + s.quantity())
                .containsExactly("5:2", "6:1");
        assertThat(player.bag().getFirst().sources().getFirst()).isEqualTo(new Drop.Source(origin(6), 1));
    }

    @Test
    void levelsFollowTheTableOfTheContent() {
        player.gain(29);
        assertThat(player.level()).isEqualTo(2);
        player.gain(1);
        player.gain(1_000);
        assertThat(player.level()).isEqualTo(3);
        assertThat(player.attribute("power")).isEqualTo(20);
    }

    @Test
    void whatAStoredPlayerEarnsIsToldOnceItIsStored() {
        player.ledger().key("key");
        player.gain(15);
        player.give("gold", 3);
        player.ledger().withhold(new Event.Gained(player.id(), 15, 2));
        world.publish();
        assertThat(player.ledger().told().xp()).isZero();
        Progress asked = player.ledger().now();
        player.ledger().asked(asked);
        player.gain(10);
        player.ledger().stored(asked.revision() - 1);
        assertThat(player.ledger().told().xp()).isZero();
        assertThat(player.ledger().tellable()).isEmpty();
        player.ledger().stored(asked.revision());
        world.publish();
        assertThat(player.ledger().told().xp()).isEqualTo(15);
        assertThat(player.ledger().told().gold()).isEqualTo(3);
        assertThat(player.ledger().tellable()).containsExactly(new Event.Gained(player.id(), 15, 2));
        assertThat(player.xp()).isEqualTo(25);
    }

    @Test
    void storedProgressComesBackWhole() {
        player.give("sword", 1, from(3, 1));
        player.wear(idOf("sword"));
        player.give("gold", 8, from(4, 8));
        player.gain(12);
        player.luck("goblin/rare", 4);
        player.killed("goblin");
        Progress progress = player.ledger().now();
        Player again = world.addPlayer("t", "Ada", "hero");
        again.ledger().resume(progress);
        assertThat(again.ledger().now()).isEqualTo(progress);
        assertThat(again.level()).isEqualTo(2);
        assertThat(again.hp()).isEqualTo(again.maxHp());
        assertThat(again.luck("goblin/rare")).isEqualTo(4);
        assertThat(again.kills("goblin")).isEqualTo(1);
    }

    @Property(tries = 300)
    void nothingIsEverLostOrMade(@ForAll @Size(max = 60) List<Integer> deeds) {
        List<String> items = List.of("gold", "potion", "sword", "axe", "hat");
        Player one = new WorldsComponent().create(new FakeRoom(1), CONTENT).addPlayer("s", "Ada", "hero");
        long given = 0;
        for (int raw : deeds) {
            int n = raw & 0xFFFF;
            String item = items.get(n % 5);
            switch (n / 5 % 4) {
                case 0, 1 -> given += one.give(item, 1 + n % 7, from(n, 1));
                case 2 -> given -= one.take(item, 1 + n % 3) ? 1 + n % 3 : 0;
                default -> {
                    if (one.inventory().containsKey(item) && CONTENT.item(item).slot() != null) {
                        one.wear(idOf(one, item));
                    } else {
                        one.bare(ItemDef.Slot.WEAPON);
                    }
                }
            }
            long has = one.bag().stream().mapToLong(Stack::quantity).sum()
                    + one.worn().size();
            assertThat(has).isEqualTo(given);
            assertThat(one.slotsUsed()).isLessThanOrEqualTo(3);
            assertThat(one.bag()).extracting(Stack::id).doesNotHaveDuplicates();
            assertThat(one.bag())
                    .allSatisfy(s -> assertThat(s.sources().stream()
                                    .mapToInt(Drop.Source::quantity)
                                    .sum())
                            .isLessThanOrEqualTo(s.quantity()));
        }
    }
}
