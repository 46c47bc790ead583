package org.hotrealm.realm.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.Parcel;
import org.junit.jupiter.api.Test;

final class WorldTest {

    private static final Drop.Origin ORIGIN = new Drop.Origin("t", "1.0.0", 1, 0.5, 1, "goblin", 1);

    private final FakeRoom room = new FakeRoom(7);
    private final Samples samples =
            Samples.with(Maps.field(40).spawn("camp", "goblin", 5, 2, 2, 12, 12).build());
    private final World world = new WorldsComponent().create(room, samples.build());

    private void tick() {
        world.begin(room.nextTick());
    }

    @Test
    void everySpawnIsFilledOnFreeTilesOfItsArea() {
        ZoneMap.Area area = world.map().spawns().getFirst().area();
        assertThat(world.monsters()).hasSize(5).allSatisfy(m -> {
            assertThat(area.contains(m.x(), m.y())).isTrue();
            assertThat(world.map().blocked(m.x(), m.y(), m.radius())).isFalse();
            assertThat(m.hp()).isEqualTo(m.maxHp()).isEqualTo(40);
            assertThat(m.state()).isEqualTo(AiState.IDLE);
        });
    }

    @Test
    void newPlayerStandsAtTheStartWithAHerosNumbers() {
        Player player = world.addPlayer("s", "Ada", "hero");
        assertThat(player.x()).isEqualTo(world.map().start().x());
        assertThat(player.hp()).isEqualTo(100);
        assertThat(player.mana()).isEqualTo(50);
        assertThat(world.player("s")).isSameAs(player);
        assertThat(world.actor(player.id())).isSameAs(player);
    }

    @Test
    void nearbyLivingActorsAreVisitedByRisingIdEvenInANestedSearch() {
        Player player = world.addPlayer("s", "Ada", "hero");
        for (Monster monster : world.monsters()) {
            world.place(monster, 20, 20);
        }
        world.place(player, 20.5, 20);
        world.monsters().get(1).hp(0);
        List<Integer> seen = new ArrayList<>();
        world.near(20, 20, 1, actor -> world.near(20, 20, 0.1, inner -> seen.add(inner.id())));
        List<Integer> ids = List.of(1, 3, 4, 5);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.addAll(ids);
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void aCrowdIsVisitedByRisingIdToo() {
        for (int i = 0; i < 600; i++) {
            // All over the cells and against the order of their ids.
            world.addMonster("goblin", 36 - i % 32, 4 + i / 19.0);
        }
        List<Integer> seen = new ArrayList<>();
        world.near(20, 20, 12, actor -> seen.add(actor.id()));
        List<Integer> expected = world.monsters().stream()
                .filter(monster -> monster.distance(20, 20) <= 12)
                .map(Monster::id)
                .toList();
        assertThat(seen).hasSizeGreaterThan(200).isEqualTo(expected);
    }

    @Test
    void nobodyIsPlacedInsideAWall() {
        Player player = world.addPlayer("s", "Ada", "hero");
        assertThatThrownBy(() -> world.place(player, 0.5, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ada")
                .hasMessageContaining("blocked");
    }

    @Test
    void livingMonstersTakeNewNumbersAndKeepTheirShareOfHitPoints() {
        Monster monster = world.monsters().getFirst();
        monster.hp(10);
        world.content(samples.kind(Samples.monster("goblin", 80)).build());
        assertThat(monster.maxHp()).isEqualTo(80);
        assertThat(monster.hp()).isEqualTo(20);
        assertThat(monster.def().hp()).isEqualTo(80);
    }

    @Test
    void aDyingMonsterDoesNotDieOfRounding() {
        Monster monster = world.monsters().getFirst();
        monster.hp(1);
        world.content(samples.kind(Samples.monster("goblin", 2)).build());
        assertThat(monster.hp()).isEqualTo(1);
    }

    @Test
    void spawnsGrowShrinkAndVanishWithTheContent() {
        int last = world.monsters().getLast().id();
        world.content(withSpawn("camp", 8));
        assertThat(world.monsters()).hasSize(8);
        world.content(withSpawn("camp", 2));
        assertThat(world.monsters()).extracting(Monster::id).containsExactly(1, 2);
        world.content(withSpawn("other", 3));
        assertThat(world.monsters())
                .hasSize(3)
                .allSatisfy(m -> assertThat(m.id()).isGreaterThan(last));
    }

    private ContentSet withSpawn(String id, int count) {
        return samples.zone(
                        Maps.field(40).spawn(id, "goblin", count, 2, 2, 12, 12).build())
                .build();
    }

    @Test
    void monstersOfARemovedKindGo() {
        world.content(samples.without("goblin").build());
        assertThat(world.monsters()).isEmpty();
    }

    @Test
    void whoStandsWhereAWallWasBuiltIsMovedToFreeGround() {
        Player player = world.addPlayer("s", "Ada", "hero");
        world.place(player, 37.5, 37.5);
        world.content(samples.zone(Maps.field(20).build()).build());
        assertThat(world.map().blocked(player.x(), player.y(), player.radius())).isFalse();
        List<Integer> found = new ArrayList<>();
        world.near(player.x(), player.y(), 1, actor -> found.add(actor.id()));
        assertThat(found).containsExactly(player.id());
    }

    @Test
    void monstersForgetAPlayerWhoLeaves() {
        Player player = world.addPlayer("s", "Ada", "hero");
        Monster monster = world.monsters().getFirst();
        monster.target(player.id());
        monster.threat().add(player.id(), 5);
        world.submit(new Intent.PickUp(player.id(), 3));
        world.removePlayer(player);
        assertThat(monster.target()).isZero();
        assertThat(monster.threat().isEmpty()).isTrue();
        assertThat(world.intents()).isEmpty();
        assertThat(world.actor(player.id())).isNull();
    }

    @Test
    void threatIsHighestForWhoAngeredMostAndForTheLowerIdAmongEquals() {
        Monster monster = world.monsters().getFirst();
        monster.threat().add(9, 5);
        monster.threat().add(4, 5);
        assertThat(monster.threat().highest()).isEqualTo(4);
        monster.threat().add(9, 1);
        assertThat(monster.threat().highest()).isEqualTo(9);
        monster.threat().add(9, -6);
        assertThat(monster.threat().actors()).containsExactly(4);
    }

    @Test
    void theLastEightTransitionsAreKeptNewestFirst() {
        Monster monster = world.monsters().getFirst();
        for (int i = 1; i <= 10; i++) {
            tick();
            monster.enter(i % 2 == 0 ? AiState.IDLE : AiState.PATROL, "reason " + i);
        }
        assertThat(monster.transitions()).hasSize(8);
        assertThat(monster.transitions().getFirst().reason()).isEqualTo("reason 10");
        assertThat(monster.transitions().getLast().reason()).isEqualTo("reason 3");
        assertThat(monster.stateSince()).isEqualTo(10);
    }

    @Test
    void revivingForgetsEverythingAndFillsHitPoints() {
        tick();
        Monster monster = world.monsters().getFirst();
        monster.target(3);
        monster.threat().add(3, 1);
        monster.memory().set("a", 1);
        monster.cast(new Cast("strike", 3, 0, 0, 1, 4));
        monster.enter(AiState.DEAD, "killed");
        monster.hp(0);
        monster.present(false);
        assertThat(monster.diedAt()).isEqualTo(1);
        monster.revive();
        assertThat(monster.alive()).isTrue();
        assertThat(monster.present()).isTrue();
        assertThat(monster.diedAt()).isZero();
        assertThat(monster.target()).isZero();
        assertThat(monster.threat().isEmpty()).isTrue();
        assertThat(monster.memory().get("a")).isZero();
        assertThat(monster.cast()).isNull();
        assertThat(monster.x()).isEqualTo(monster.homeX());
        assertThat(monster.state()).isEqualTo(AiState.IDLE);
    }

    @Test
    void dropsAreOwnedForAWhileAndGoneInTheEnd() {
        Player player = world.addPlayer("s", "Ada", "hero");
        FakeSeat seat = room.sit("s");
        tick();
        Drop drop = world.drop(ORIGIN, "gold", 3, 20, 20, player);
        assertThat(drop.freeAt()).isEqualTo(1 + 600);
        assertThat(drop.goneAt()).isEqualTo(1 + 2_400);
        assertThat(world.events()).contains(new Event.Dropped(1, drop.id(), "gold", 3));
        world.publish();
        assertThat(seat.view().size()).isPositive();
        room.tick(new org.hotrealm.room.api.Tick(2_399, 50));
        tick();
        assertThat(world.drop(drop.id())).isNotNull();
        tick();
        assertThat(world.drop(drop.id())).isNull();
    }

    @Test
    void inventoryGivesAndTakesWholeOrNot() {
        Player player = world.addPlayer("s", "Ada", "hero");
        player.give("gold", 5);
        assertThat(player.take("gold", 6)).isFalse();
        assertThat(player.take("gold", 5)).isTrue();
        assertThat(player.inventory()).isEmpty();
        assertThatThrownBy(() -> player.give("gold", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void experienceMakesLevelsAndLevelsMakeStrength() {
        Player player = world.addPlayer("s", "Ada", "hero");
        player.gain(99);
        assertThat(player.level()).isEqualTo(1);
        player.gain(1);
        assertThat(player.level()).isEqualTo(2);
        assertThat(player.maxHp()).isEqualTo(110);
        assertThat(player.attribute("power")).isEqualTo(11);
        player.gain(200);
        assertThat(player.level()).isEqualTo(3);
    }

    @Test
    void intentsAreTakenByTypeInOrder() {
        world.submit(new Intent.Walk(1, 1, 0, 1));
        world.submit(new Intent.Say(1, "a"));
        world.submit(new Intent.Walk(2, 1, 0, 1));
        assertThat(world.take(Intent.Walk.class)).extracting(Intent.Walk::actor).containsExactly(1, 2);
        assertThat(world.intents()).containsExactly(new Intent.Say(1, "a"));
        assertThat(world.take(Intent.Use.class)).isEmpty();
    }

    @Test
    void hurtMarksBothSidesAsInCombat() {
        Player player = world.addPlayer("s", "Ada", "hero");
        Monster monster = world.monsters().getFirst();
        tick();
        world.happened(new Event.Hurt(monster.id(), player.id(), "strike", 3));
        assertThat(monster.lastCombat()).isEqualTo(1);
        assertThat(player.lastCombat()).isEqualTo(1);
        tick();
        assertThat(world.events()).isEmpty();
    }

    @Test
    void monstersOfNoSpawnGoForGoodOnceTheirCorpseIsGone() {
        Monster extra = world.addMonster("slime", 20, 20);
        extra.hp(0);
        extra.present(false);
        tick();
        assertThat(world.actor(extra.id())).isNull();
    }

    @Test
    void parcelsOfAnotherKindOrANewerSchemaOrDamagedAreRefused() {
        ContentSet content = samples.build();
        WorldsComponent worlds = new WorldsComponent();
        Parcel parcel = world.park();
        assertThatThrownBy(() -> worlds.restore(room, content, Parcel.empty("other")))
                .hasMessageContaining("kind 'other'");
        assertThatThrownBy(() -> worlds.restore(room, content, new Parcel("realm.world", 3, parcel.bytes())))
                .hasMessageContaining("schema 3")
                .hasMessageContaining("reads 1 to 2");
        byte[] cut = java.util.Arrays.copyOf(parcel.bytes(), 40);
        assertThatThrownBy(() -> worlds.restore(room, content, new Parcel("realm.world", 2, cut)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aRestoredWorldTakesTheNumbersOfNewerContent() {
        world.monsters().getFirst().hp(20);
        ContentSet newer = samples.kind(Samples.monster("goblin", 400)).build();
        World again = new WorldsComponent().restore(room, newer, world.park());
        assertThat(again.monsters().getFirst().hp()).isEqualTo(200);
    }

    @Test
    void contentWithoutTheZoneIsRefusedByName() {
        ContentSet content = samples.build();
        ContentSet without = new ContentSet(
                9,
                content.realm(),
                content.monsters(),
                content.skills(),
                content.tables(),
                content.items(),
                java.util.Map.of());
        assertThatThrownBy(() -> new WorldsComponent().create(room, without)).hasMessageContaining("no zone 'test'");
    }
}
