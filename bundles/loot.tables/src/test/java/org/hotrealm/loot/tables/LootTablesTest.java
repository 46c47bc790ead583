package org.hotrealm.loot.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.content.api.LootTable.Entry;
import org.hotrealm.loot.api.LootRule;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goblins drop five gold, two bones and a skull; ghosts nothing. The hero stands at (10.5,10.5). */
class LootTablesTest {

    private static final LootTable PILE = new LootTable(
            "pile",
            List.of(new Entry("gold", "", 1, 5, 5), new Entry("bone", "", 1, 2, 2), new Entry("skull", "", 1, 1, 1)),
            List.of());

    private final List<Event.Died> deaths = new ArrayList<>();
    private TestRealm realm;
    private Player hero;

    @BeforeEach
    void begin() {
        begin(Sketch.field(30, 30));
        realm.world().place(hero, 10.5, 10.5);
    }

    private void begin(Sketch sketch, LootRule... rules) {
        realm = new Kit(sketch)
                .item("gold")
                .item("bone")
                .item("skull")
                .table(PILE)
                .monster(Beast.named("goblin").drops("pile"))
                .monster(Beast.named("ghost"))
                .realm(3)
                .with(new Reaper(), new LootTables("1.2.3", List.of(rules)));
        hero = realm.world().addPlayer("hero", "hero", "hero");
    }

    /** Tells the deaths of a tick, as the COMBAT phase does. */
    private final class Reaper implements RealmSystem {
        @Override
        public String system() {
            return "reaper";
        }

        @Override
        public Phase phase() {
            return Phase.COMBAT;
        }

        @Override
        public void run(World world) {
            deaths.forEach(world::happened);
            deaths.clear();
        }
    }

    private List<Drop> kill(Monster monster, int killer) {
        monster.hp(0);
        deaths.add(new Event.Died(monster.id(), killer));
        realm.tick();
        return List.copyOf(realm.world().drops());
    }

    private Drop pile() {
        return kill(realm.monster("goblin", 10.5, 11), hero.id()).getFirst();
    }

    private void pickUp(Player player, Drop drop) {
        realm.events().clear();
        realm.world().submit(new Intent.PickUp(player.id(), drop.id()));
        realm.tick();
    }

    private String refusal() {
        assertThat(realm.events(Event.PickedUp.class)).isEmpty();
        return realm.events(Event.Refused.class).getFirst().reason();
    }

    @Test
    void deadMonsterLeavesWhatItsTableComesToWithItsOrigin() {
        Monster goblin = realm.monster("goblin", 11.5, 10.5);
        List<Drop> drops = kill(goblin, hero.id());
        assertThat(drops).extracting(Drop::item).containsExactly("gold", "bone", "skull");
        assertThat(drops).extracting(Drop::quantity).containsExactly(5, 2, 1);
        assertThat(drops.getFirst().owner()).isEqualTo("hero");
        assertThat(drops.getFirst().origin())
                .isEqualTo(new Drop.Origin("pile", "1.2.3", 1, 1, goblin.id(), "goblin", 1));
        assertThat(realm.events(Event.Dropped.class)).hasSize(3);
    }

    @Test
    void monsterWithoutTableAndDeadPlayersLeaveNothing() {
        assertThat(kill(realm.monster("ghost", 11.5, 10.5), hero.id())).isEmpty();
        deaths.add(new Event.Died(hero.id(), 0));
        realm.tick();
        assertThat(realm.world().drops()).isEmpty();
    }

    @Test
    void lootOfAMonsterThatNoPlayerKilledIsFreeForAll() {
        assertThat(kill(realm.monster("goblin", 11.5, 10.5), 0))
                .extracting(Drop::owner)
                .containsOnlyNulls();
    }

    @Test
    void thingsLieApartAndNoneInAWall() {
        begin(Sketch.of("""
                #####
                #.###
                #..##
                #####
                """));
        Monster goblin = realm.monster("goblin", 1.5, 2.5);
        List<Drop> drops = kill(goblin, hero.id());
        for (Drop drop : drops) {
            assertThat(realm.world().map().blocked(drop.x(), drop.y(), 0.1)).isFalse();
            assertThat(drops)
                    .filteredOn(o -> o.x() == drop.x() && o.y() == drop.y())
                    .hasSize(1);
            assertThat(goblin.distance(drop.x(), drop.y())).isLessThan(2);
        }
    }

    @Test
    void killerPicksUpWhatFell() {
        Drop gold = pile();
        pickUp(hero, gold);
        assertThat(hero.inventory()).containsEntry("gold", 5);
        assertThat(realm.events(Event.PickedUp.class))
                .containsExactly(new Event.PickedUp(hero.id(), gold.id(), "gold", 5));
        assertThat(realm.world().drop(gold.id())).isNull();
    }

    @Test
    void twoWhoReachForOneThingGetItOnce() {
        Drop gold = kill(realm.monster("goblin", 10.5, 11), 0).getFirst();
        Player second = realm.player("second", 10.5, 11.5);
        realm.world().submit(new Intent.PickUp(second.id(), gold.id()));
        pickUp(hero, gold);
        assertThat(second.inventory()).containsEntry("gold", 5);
        assertThat(hero.inventory()).isEmpty();
        assertThat(realm.events(Event.Refused.class))
                .containsExactly(new Event.Refused(hero.id(), "pickup", "it is gone"));
    }

    @Test
    void thingOutOfReachIsRefusedWithBothDistances() {
        Drop gold = pile();
        realm.world().place(hero, 10.5, 15);
        pickUp(hero, gold);
        assertThat(refusal()).isEqualTo("too far: 4.0 tiles, you reach 1.5");
    }

    @Test
    void othersWaitUntilTheOwnersTimeIsOver() {
        Drop gold = pile();
        Player other = realm.player("other", 10.5, 11.5);
        pickUp(other, gold);
        assertThat(refusal()).startsWith("gold belongs to somebody else for ").endsWith(" s more");
        realm.ticks((int) (gold.freeAt() - realm.world().tick().number()) - 2);
        pickUp(other, gold);
        assertThat(refusal()).endsWith("for 1 s more");
        pickUp(other, gold);
        assertThat(other.inventory()).containsEntry("gold", 5);
    }

    @Test
    void whatLiesTooLongGoes() {
        Drop gold = pile();
        realm.ticks((int) (gold.goneAt() - realm.world().tick().number()));
        assertThat(realm.world().drops()).isEmpty();
        pickUp(hero, gold);
        assertThat(refusal()).isEqualTo("it is gone");
    }

    @Test
    void theDeadPickNothingUp() {
        Drop gold = pile();
        hero.hp(0);
        pickUp(hero, gold);
        assertThat(refusal()).isEqualTo("the dead carry nothing");
    }

    @Test
    void rulesChangeTheRollsOneAfterTheOther() {
        LootRule twice = (world, victim, killer, rolls) -> rolls.stream()
                .map(r -> new LootRule.Roll(r.item(), r.quantity() * 2, r.table(), r.roll()))
                .toList();
        LootRule firstOnly = (world, victim, killer, rolls) -> rolls.subList(0, 1);
        begin(Sketch.field(30, 30), twice, firstOnly, twice);
        assertThat(kill(realm.monster("goblin", 10.5, 11), hero.id()))
                .extracting(Drop::quantity)
                .containsExactly(20);
    }

    @Test
    void ruleThatThrowsOrInventsThingsIsLeftOut() {
        LootRule broken = (world, victim, killer, rolls) -> {
            throw new IllegalStateException("no luck");
        };
        LootRule dreamer =
                (world, victim, killer, rolls) -> List.of(rolls.getFirst(), new LootRule.Roll("moon", 1, "sky", 0.5));
        begin(Sketch.field(30, 30), broken, dreamer);
        assertThat(kill(realm.monster("goblin", 10.5, 11), hero.id()))
                .extracting(Drop::item)
                .containsExactly("gold");
    }

    @Test
    void sameSeedLeavesTheSameWorld() {
        kill(realm.monster("goblin", 10.5, 11), hero.id());
        long digest = realm.world().digest();
        begin();
        kill(realm.monster("goblin", 10.5, 11), hero.id());
        assertThat(realm.world().digest()).isEqualTo(digest);
    }
}
