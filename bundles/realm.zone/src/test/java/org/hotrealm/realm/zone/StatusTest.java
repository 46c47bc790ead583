package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Push;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What statuses and pushes mean to walking, to damage, to potions and to clients. Ada stands at (10.5,10.5) and runs 4 tiles a second. */
final class StatusTest {

    private final Bench bench = new Bench(Samples.with(Maps.field(40).build()).build());
    private FakeSeat seat;
    private Player ada;

    @BeforeEach
    void begin() throws RefusedException {
        seat = bench.join("Ada");
        ada = bench.player(seat);
        bench.world.place(ada, 10.5, 10.5);
    }

    private static Status status(String id, Status.Kind kind, double amount, long ends) {
        return new Status(id, "strike", kind, 7, kind == Status.Kind.BUFF ? "speed" : "", amount, 1, 0, false, 0, ends);
    }

    private double walked(int ticks) {
        double from = ada.x();
        bench.tick(ticks);
        return ada.x() - from;
    }

    @Test
    void stepsAreSlowedHastenedAndHeld() throws RefusedException {
        bench.send(seat, "move", "x", 1, "y", 0, "seq", 1);
        assertThat(walked(5)).isCloseTo(1, within(1e-6));
        ada.gain(status("mud", Status.Kind.SLOW, 40, 999));
        assertThat(walked(5)).isCloseTo(0.6, within(1e-6));
        ada.lose("mud");
        ada.gain(status("wind", Status.Kind.BUFF, 2, 999));
        assertThat(walked(5)).isCloseTo(1.5, within(1e-6));
        ada.gain(status("roots", Status.Kind.ROOT, 0, 999));
        assertThat(walked(5)).isZero();
        ada.lose("roots");
        ada.lose("wind");
        assertThat(walked(5)).as("goes on without a new wish").isCloseTo(1, within(1e-6));
    }

    @Test
    void whoIsStunnedNeitherTurnsNorDrinks() throws RefusedException {
        ada.give("potion", 1);
        ada.face(1);
        ada.gain(status("blow", Status.Kind.STUN, 0, 999));
        bench.send(seat, "move", "x", -1, "y", 0, "seq", 1);
        bench.send(seat, "consume", "item", "potion");
        bench.tick();
        assertThat(ada.facing()).isEqualTo(1);
        assertThat(seat.sent("refused")).containsExactly(Payload.map("wish", "consume", "reason", "you are stunned"));
    }

    @Test
    void pushTakesTheStepsPlaceAndEndsInItsTickOrAtAWall() throws RefusedException {
        bench.send(seat, "move", "x", -1, "y", 0, "seq", 1);
        ada.push(new Push(10, 0, 2));
        assertThat(walked(2)).isCloseTo(1, within(1e-6));
        assertThat(ada.push()).isNull();
        assertThat(walked(5)).isCloseTo(-1, within(1e-6));
        ada.push(new Push(-40, 0, 999));
        bench.tick(8);
        assertThat(ada.push()).isNull();
        assertThat(ada.x()).isCloseTo(1 + ada.radius(), within(1e-3));
    }

    @Test
    void shieldsTakeDamageTheOneThatEndsSoonestFirst() {
        ada.gain(status("late", Status.Kind.SHIELD, 20, 900));
        ada.gain(status("soon", Status.Kind.SHIELD, 5, 100));
        bench.room.pin(Bench.system("skills", Phase.SKILL, world -> {
            if (world.tick().number() == 1) {
                world.affect(new Effect.Damage(0, ada.id(), "bite", 8));
            } else {
                world.affect(new Effect.Damage(0, ada.id(), "bite", 30));
            }
        }));
        bench.tick();
        assertThat(ada.hp()).isEqualTo(100);
        assertThat(ada.statuses())
                .extracting(Status::id, Status::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("late", 17.0));
        assertThat(seat.sent("shielded"))
                .containsExactly(Payload.map("id", ada.id(), "source", 0, "skill", "bite", "amount", 8));
        assertThat(seat.sent("hurt")).isEmpty();
        assertThat(seat.sent("status"))
                .containsExactly(
                        Payload.map("id", ada.id(), "status", "soon", "skill", "strike", "kind", 4, "gained", false));
        bench.tick();
        assertThat(ada.hp()).isEqualTo(100 - 13);
        assertThat(ada.statuses()).isEmpty();
    }

    @Test
    void shieldedDamageStillAngersAndCountsAsCombat() {
        Monster slime = bench.world.addMonster("slime", 12, 12);
        slime.gain(status("shell", Status.Kind.SHIELD, 20, 900));
        bench.world.affect(new Effect.Damage(ada.id(), slime.id(), "strike", 8));
        bench.tick();
        assertThat(slime.threat().of(ada.id())).isEqualTo(8);
        assertThat(ada.lastCombat()).isEqualTo(1);
    }

    @Test
    void knockbacksAndDashesAreTold() {
        bench.room.pin(Bench.system("skills", Phase.SKILL, world -> {
            world.happened(new Event.Knocked(ada.id(), 4, 12, 10.5, 3));
            world.happened(new Event.Dashed(ada.id(), "charge", 12, 10.5, 5));
        }));
        bench.tick();
        assertThat(seat.sent("knocked"))
                .containsExactly(Payload.map("id", ada.id(), "source", 4, "x", 12.0, "y", 10.5, "ticks", 3));
        assertThat(seat.sent("dashed"))
                .containsExactly(Payload.map("id", ada.id(), "skill", "charge", "x", 12.0, "y", 10.5, "ticks", 5));
    }

    @Test
    void theDeadHaveNoStatusesAndTheLivingComeBackWithoutThem() {
        ada.gain(status("mud", Status.Kind.SLOW, 40, 999));
        bench.world.affect(new Effect.Damage(0, ada.id(), "bite", 500));
        bench.tick();
        assertThat(ada.statuses()).isEqualTo(List.of());
    }
}
