package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.api.Test;

final class MovementTest {

    private static final double STEP = 4 * 0.05;

    private static final ZoneMap YARD = Maps.of(
                    "############",
                    "#..........#",
                    "#..........#",
                    "#....##....#",
                    "#.@..##....#",
                    "#..........#",
                    "#..........#",
                    "############")
            .build();

    private final Bench bench = new Bench(Samples.with(YARD).build());

    @Test
    void walkingGoesAtTheHerosSpeedUntilToldOtherwise() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        Player ada = bench.player(seat);
        bench.send(seat, "move", "x", 0, "y", 1, "seq", 1);
        bench.tick(3);
        assertThat(ada.y()).isCloseTo(4.5 + 3 * STEP, within(1e-9));
        assertThat(ada.inputSeq()).isEqualTo(1);
        bench.send(seat, "move", "x", 0, "y", 0, "seq", 2);
        bench.tick(3);
        assertThat(ada.y()).isCloseTo(4.5 + 3 * STEP, within(1e-9));
        assertThat(ada.facing()).isCloseTo(Math.PI / 2, within(1e-9));
    }

    @Test
    void diagonalIsNoFasterThanStraight() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        Player ada = bench.player(seat);
        bench.send(seat, "move", "x", 1, "y", 1, "seq", 1);
        bench.tick();
        assertThat(ada.distance(2.5, 4.5)).isCloseTo(STEP, within(1e-9));
    }

    @Test
    void halfADirectionIsHalfTheSpeed() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        bench.send(seat, "move", "x", 0.5, "y", 0, "seq", 1);
        bench.tick();
        assertThat(bench.player(seat).x()).isCloseTo(2.5 + STEP / 2, within(1e-9));
    }

    @Test
    void walkingIntoAWallStopsAtItsEdge() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        Player ada = bench.player(seat);
        bench.send(seat, "move", "x", 1, "y", 0, "seq", 1);
        bench.tick(30);
        assertThat(ada.x()).isCloseTo(5 - ada.radius(), within(1e-3));
        assertThat(ada.y()).isEqualTo(4.5);
    }

    @Test
    void walkingIntoAWallAtAnAngleSlidesAlongIt() throws RefusedException {
        FakeSeat seat = bench.join("Ada");
        Player ada = bench.player(seat);
        bench.send(seat, "move", "x", -1, "y", 1, "seq", 1);
        bench.tick(12);
        assertThat(ada.x()).isCloseTo(1 + ada.radius(), within(1e-3));
        assertThat(ada.y()).isGreaterThan(6);
    }

    @Test
    void nobodyIsFasterThanItsSpeedWhateverItAsksFor() {
        Monster monster = bench.world.addMonster("goblin", 2.5, 5.5);
        monster.walk(500, 0);
        bench.tick();
        assertThat(monster.x()).isCloseTo(2.5 + 3 * 0.05, within(1e-9));
    }

    @Test
    void theDeadDoNotMove() {
        Monster monster = bench.world.addMonster("goblin", 2.5, 5.5);
        monster.walk(1, 0);
        monster.hp(0);
        bench.tick();
        assertThat(monster.x()).isEqualTo(2.5);
        assertThat(monster.velocityX()).isZero();
    }

    @Property(tries = 300)
    void noWalkEverEndsInsideAWall(
            @ForAll @DoubleRange(min = -40, max = 40) double vx, @ForAll @DoubleRange(min = -40, max = 40) double vy) {
        Bench own = new Bench(Samples.with(YARD)
                .kind(new Fast(Samples.monster("wolf", 10)).def())
                .build());
        Monster monster = own.world.addMonster("wolf", 2.5, 4.5);
        for (int i = 0; i < 20; i++) {
            monster.walk(vx, i % 3 == 0 ? -vy : vy);
            own.tick();
            assertThat(YARD.blocked(monster.x(), monster.y(), monster.radius())).isFalse();
        }
        assertThat(own.room.failures()).isEmpty();
    }
}
