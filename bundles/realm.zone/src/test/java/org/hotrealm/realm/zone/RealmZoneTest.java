package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.InvalidPayload;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RealmZoneTest {

    private final Samples samples =
            Samples.with(Maps.field(80).spawn("camp", "goblin", 1, 39, 37, 2, 2).build());
    private final Bench bench = new Bench(samples.build());

    @Test
    void whoJoinsIsWelcomedWithWhatAClientNeeds() throws RefusedException {
        FakeSeat seat = bench.join("  Ada ");
        Player ada = bench.player(seat);
        assertThat(ada.name()).isEqualTo("Ada");
        Payload welcome = seat.sent("welcome").getFirst();
        assertThat(welcome.field("id")).isEqualTo((long) ada.id());
        assertThat(welcome.field("zone")).isEqualTo("test");
        assertThat(welcome.field("sight")).isEqualTo(12.0);
        assertThat(((Map<?, ?>) welcome.field("items")).get("potion")).isNotNull();
        assertThat((List<?>) welcome.field("skills")).hasSize(1);
        assertThat(seat.sent("inventory").getFirst().field("items")).isEqualTo(Map.of());
    }

    @Test
    void whoGivesNoNameIsAWanderer() throws RefusedException {
        FakeSeat seat = bench.room.sit("x");
        bench.zone.join(bench.room, seat, Payload.NONE);
        assertThat(bench.player(seat).name()).isEqualTo("Wanderer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a name of far too many letters", "tab\there", "bell\u0007", "\u202Eabc"})
    void otherNamesAreRefusedWithAReason(String name) {
        FakeSeat seat = bench.room.sit("x");
        assertThatThrownBy(() -> bench.zone.join(bench.room, seat, Payload.map("name", name)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("name");
        assertThat(bench.world.players()).isEmpty();
    }

    @Test
    void malformedMessagesNameTheField() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        assertThatThrownBy(() -> bench.send(seat, "move", "x", 5, "y", 0, "seq", 1))
                .isInstanceOf(InvalidPayload.class)
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> bench.send(seat, "use", "skill", 3)).hasMessageContaining("'skill'");
        assertThatThrownBy(() -> bench.send(seat, "pickup", "drop", "all")).hasMessageContaining("'drop'");
        assertThatThrownBy(() -> bench.send(seat, "say", "text", "a".repeat(201)))
                .hasMessageContaining("'text'");
        seat.auth(Payload.map("operator", true));
        assertThatThrownBy(() -> bench.send(seat, "explain", "monster", -1)).hasMessageContaining("'monster'");
    }

    @Test
    void systemsRunInTheOrderOfPhasesThenOfTheirNames() {
        List<String> ran = new ArrayList<>();
        bench.room.pin(
                Bench.noting("zebra", Phase.AI, ran),
                Bench.noting("loot", Phase.LOOT, ran),
                Bench.noting("ant", Phase.AI, ran),
                Bench.noting("skills", Phase.SKILL, ran),
                Bench.noting("weather", Phase.INTENT, ran));
        bench.tick();
        assertThat(ran).containsExactly("weather", "ant", "zebra", "skills", "loot");
    }

    @Test
    void aThrowingSystemStopsNeitherTheTickNorTheOthers() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        List<String> ran = new ArrayList<>();
        bench.room.pin(
                Bench.system("monsters", Phase.AI, world -> {
                    throw new IllegalStateException("broken");
                }),
                Bench.noting("skills", Phase.SKILL, ran));
        bench.send(seat, "move", "x", 1, "y", 0, "seq", 1);
        bench.tick(5);
        assertThat(ran).hasSize(5);
        assertThat(bench.player(seat).x()).isGreaterThan(41);
        assertThat(bench.room.failures()).hasSize(5).allMatch(f -> f.part().equals("monsters"));
    }

    @Test
    void aSystemThatKeepsFailingIsSwitchedOffUntilItIsRebound() {
        List<String> calls = new ArrayList<>();
        bench.room.pin(Bench.system("monsters", Phase.AI, world -> {
            calls.add("run");
            throw new IllegalStateException("broken");
        }));
        bench.tick(40);
        assertThat(calls).hasSize(Systems.MOST);
        assertThat(bench.room.failures()).hasSize(Systems.MOST);
        bench.zone.rebound(bench.room, new Pin("monsters", "1.1.0", "b"), new Pin("monsters", "1.0.0", "b"));
        bench.tick();
        assertThat(calls).hasSize(Systems.MOST + 1);
    }

    @Test
    void aSystemThatFailsNowAndThenStaysOn() {
        List<String> calls = new ArrayList<>();
        bench.room.pin(Bench.system("monsters", Phase.AI, world -> {
            calls.add("run");
            if (calls.size() % 3 != 0) {
                throw new IllegalStateException("now and then");
            }
        }));
        bench.tick(60);
        assertThat(calls).hasSize(60);
    }

    @Test
    void aReboundIsToldToEverybodyAndShownInTheState() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        bench.room.pin(Bench.noting("monsters", Phase.AI, new ArrayList<>()));
        bench.zone.rebound(bench.room, new Pin("monsters", "1.1.0", "b"), new Pin("monsters", "1.0.0", "b"));
        assertThat(seat.sent("system")).singleElement().satisfies(p -> {
            assertThat(p.field("from")).isEqualTo("1.0.0");
            assertThat(p.field("to")).isEqualTo("1.1.0");
        });
        assertThat(bench.room.state().toMap().get("versions")).isEqualTo(Map.of("monsters", "1.0.0"));
    }

    @Test
    void newContentIsInForceFromTheNextTickAndTold() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        bench.content(samples.kind(Samples.monster("goblin", 80)).build());
        assertThat(bench.world.monsters().getFirst().maxHp()).isEqualTo(40);
        bench.tick();
        assertThat(bench.world.monsters().getFirst().maxHp()).isEqualTo(80);
        assertThat(seat.sent("welcome")).hasSize(2);
    }

    @Test
    void chatIsHeardInSightOnlyAndNotTooOften() throws RefusedException {
        FakeSeat ada = bench.join("Ada");
        FakeSeat bob = bench.join("Bob");
        FakeSeat far = bench.join("Far");
        bench.world.place(bench.player(far), 3.5, 3.5);
        bench.send(ada, "say", "text", "hello");
        bench.send(ada, "say", "text", "again");
        bench.tick();
        assertThat(bob.sent("said")).singleElement().satisfies(p -> {
            assertThat(p.field("name")).isEqualTo("Ada");
            assertThat(p.field("text")).isEqualTo("hello");
        });
        assertThat(far.sent("said")).isEmpty();
        assertThat(ada.sent("refused"))
                .singleElement()
                .satisfies(p -> assertThat(p.field("wish")).isEqualTo("say"));
        assertThat(bob.sent("refused")).isEmpty();
    }

    @Test
    void aLostClientStandsStillAndFindsItselfAgain() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        Player ada = bench.player(seat);
        bench.send(seat, "move", "x", 1, "y", 0, "seq", 1);
        bench.tick(2);
        seat.connected(false);
        assertThat(bench.zone.drop(bench.room, seat)).hasSeconds(30);
        double x = ada.x();
        bench.tick(5);
        assertThat(ada.x()).isEqualTo(x);
        assertThat(ada.connected()).isFalse();
        seat.connected(true);
        seat.clear();
        bench.zone.reconnect(bench.room, seat);
        assertThat(ada.connected()).isTrue();
        assertThat(seat.sent("welcome")).hasSize(1);
        bench.zone.leave(bench.room, seat, true);
        assertThat(bench.world.players()).isEmpty();
    }

    @Test
    void wishesThatNoSystemTakesAreRefusedRatherThanKept() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        bench.send(seat, "use", "skill", "strike", "target", 1);
        bench.send(seat, "pickup", "drop", 7);
        bench.tick();
        assertThat(bench.world.intents()).isEmpty();
        assertThat(seat.sent("refused")).hasSize(2);
    }

    @Test
    void aMonsterInSightExplainsItselfToAnOperator() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        seat.auth(Payload.map("operator", true));
        Monster goblin = bench.world.monsters().getFirst();
        bench.tick();
        goblin.enter(AiState.CHASE, "sees Ada");
        goblin.target(bench.player(seat).id());
        goblin.threat().add(bench.player(seat).id(), 4);
        Payload answer = bench.send(seat, "explain", "monster", goblin.id());
        assertThat(answer.field("state")).isEqualTo("chase");
        assertThat(answer.field("targetName")).isEqualTo("Ada");
        assertThat((List<?>) answer.field("transitions"))
                .singleElement()
                .satisfies(t -> assertThat(((Map<?, ?>) t).get("reason")).isEqualTo("sees Ada"));
        bench.world.place(bench.player(seat), 3.5, 3.5);
        assertThatThrownBy(() -> bench.send(seat, "explain", "monster", goblin.id()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void nobodyElseIsToldWhyAMonsterDoesWhatItDoes() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        bench.tick();
        Monster goblin = bench.world.monsters().getFirst();
        assertThat(seat.sent("welcome").getFirst().field("operator")).isEqualTo(false);
        assertThatThrownBy(() -> bench.send(seat, "explain", "monster", goblin.id(), "operator", true))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("only operators");
    }

    @Test
    void aForsakenRealmEndsAfterItsTime() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        bench.tick(1_300);
        assertThat(bench.room.ended()).isZero();
        bench.zone.leave(bench.room, seat, true);
        bench.room.stand("ada");
        bench.tick(1_250);
        assertThat(bench.room.ended()).isEqualTo(4000);
    }

    @Test
    void settingsAreThoseOfASimulationThatStays() {
        assertThat(bench.zone.settings().tickMillis()).isEqualTo(50);
        assertThat(bench.zone.settings().autoDispose()).isFalse();
        assertThat(bench.zone.name()).isEqualTo("realm");
        assertThat(bench.zone.systems()).containsExactly("monsters", "skills", "loot");
    }
}
