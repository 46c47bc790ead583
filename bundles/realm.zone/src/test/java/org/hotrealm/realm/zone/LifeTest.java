package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LifeTest {

    private final Bench bench = new Bench(
            Samples.with(Maps.field(40).spawn("camp", "goblin", 1, 18, 18, 3, 3).build())
                    .build());
    private FakeSeat seat;
    private Player ada;
    private Monster goblin;

    @BeforeEach
    void begin() throws RefusedException {
        seat = bench.join("Ada");
        ada = bench.player(seat);
        goblin = bench.world.monsters().getFirst();
    }

    private void hit(int source, int target, int amount) {
        bench.world.affect(new Effect.Damage(source, target, "strike", amount));
        bench.tick();
    }

    @Test
    void damageAngersTheMonsterAndIsTold() {
        hit(ada.id(), goblin.id(), 15);
        assertThat(goblin.hp()).isEqualTo(25);
        assertThat(goblin.threat().of(ada.id())).isEqualTo(15);
        assertThat(seat.sent("hurt")).singleElement().satisfies(p -> {
            assertThat(p.field("id")).isEqualTo((long) goblin.id());
            assertThat(p.field("amount")).isEqualTo(15L);
            assertThat(p.field("skill")).isEqualTo("strike");
        });
    }

    @Test
    void anImmuneMonsterTakesNoDamage() {
        goblin.immune(true);
        hit(ada.id(), goblin.id(), 15);
        assertThat(goblin.hp()).isEqualTo(40);
        assertThat(seat.sent("hurt")).isEmpty();
    }

    @Test
    void theKillerOfAMonsterGetsItsExperience() {
        hit(ada.id(), goblin.id(), 99);
        assertThat(goblin.state()).isEqualTo(AiState.DEAD);
        assertThat(goblin.transitions().getFirst().reason()).isEqualTo("killed by Ada");
        assertThat(ada.xp()).isEqualTo(30);
        assertThat(seat.sent("died"))
                .singleElement()
                .satisfies(p -> assertThat(p.field("killer")).isEqualTo((long) ada.id()));
        assertThat(seat.sent("gained"))
                .singleElement()
                .satisfies(p -> assertThat(p.field("xp")).isEqualTo(30L));
    }

    @Test
    void aLevelComesWithFullHitPoints() {
        ada.gain(90);
        ada.hp(5);
        hit(ada.id(), goblin.id(), 99);
        assertThat(ada.level()).isEqualTo(2);
        assertThat(ada.hp()).isEqualTo(ada.maxHp()).isEqualTo(110);
        assertThat(seat.sent("level")).hasSize(1);
    }

    @Test
    void aCorpseVanishesAndTheMonsterComesBackWithinItsJitter() {
        hit(ada.id(), goblin.id(), 99);
        bench.tick(19);
        assertThat(goblin.present()).isTrue();
        bench.tick();
        assertThat(goblin.present()).isFalse();
        assertThat(goblin.respawnAt() - bench.world.tick().number()).isBetween(40L, 50L);
        bench.tick(51);
        assertThat(goblin.present()).isTrue();
        assertThat(goblin.hp()).isEqualTo(40);
        assertThat(goblin.state()).isEqualTo(AiState.IDLE);
        assertThat(seat.sent("returned")).hasSize(1);
    }

    @Test
    void whoeverIsSetToNoHitPointsByASystemIsBuriedToo() {
        goblin.hp(0);
        bench.tick();
        assertThat(goblin.state()).isEqualTo(AiState.DEAD);
        assertThat(seat.sent("died")).hasSize(1);
    }

    @Test
    void aDeadPlayerComesBackAtTheStartOnlyAfterTheWait() throws RefusedException {
        goblin.threat().add(ada.id(), 3);
        bench.world.place(ada, 30.5, 30.5);
        hit(goblin.id(), ada.id(), 500);
        assertThat(ada.alive()).isFalse();
        assertThat(goblin.threat().isEmpty()).isTrue();
        bench.send(seat, "respawn");
        bench.tick();
        assertThat(seat.sent("refused"))
                .singleElement()
                .satisfies(p -> assertThat(p.field("reason")).isEqualTo("wait 3 seconds more"));
        bench.tick(59);
        bench.send(seat, "respawn");
        bench.tick();
        assertThat(ada.hp()).isEqualTo(100);
        assertThat(ada.x()).isEqualTo(20.5);
        assertThat(seat.sent("returned")).hasSize(1);
    }

    @Test
    void theDeadNeitherWalkNorDrink() throws RefusedException {
        ada.give("potion", 1);
        hit(goblin.id(), ada.id(), 500);
        bench.send(seat, "move", "x", 1, "y", 0, "seq", 4);
        bench.send(seat, "consume", "item", "potion");
        bench.tick(3);
        assertThat(ada.x()).isEqualTo(20.5);
        assertThat(ada.inventory()).isEqualTo(Map.of("potion", 1));
    }

    @Test
    void aPotionHealsIsUsedUpAndToldOfOnce() throws RefusedException {
        ada.give("potion", 2);
        ada.hp(50);
        seat.clear();
        bench.send(seat, "consume", "item", "potion");
        bench.send(seat, "consume", "item", "potion");
        bench.tick();
        assertThat(ada.hp()).isEqualTo(80);
        assertThat(ada.inventory()).isEqualTo(Map.of("potion", 1));
        assertThat(seat.sent("consumed")).hasSize(1);
        assertThat(seat.sent("refused")).hasSize(1);
        assertThat(seat.sent("inventory"))
                .singleElement()
                .satisfies(p -> assertThat(p.field("items")).isEqualTo(Map.of("potion", 1L)));
    }

    @Test
    void hitPointsComeBackOutOfCombatAndManaAlways() {
        hit(goblin.id(), ada.id(), 50);
        ada.mana(10);
        bench.tick(60);
        assertThat(ada.hp()).isEqualTo(50);
        assertThat(ada.mana()).isEqualTo(16);
        bench.tick(100);
        assertThat(ada.hp()).isBetween(55, 57);
    }

    @Test
    void ratesAddUpToWhatTheyPromise() {
        int sum = 0;
        for (int i = 1; i <= 2_000; i++) {
            sum += Revival.share(3.7, new org.hotrealm.room.api.Tick(i, 50));
        }
        assertThat(sum).isEqualTo(370);
    }
}
