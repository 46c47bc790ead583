package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rung a room comes to, by tables of ticks of 50 ms: what each took and how late it began, in milliseconds. */
class LadderTest {

    private static final int TICK = 50;

    private final Ladder ladder = new Ladder(TICK);
    private long now = 1_000_000;

    /** So many seconds of such ticks; a tick that is not late begins when it should. */
    private void seconds(int seconds, int took, int late) {
        for (int i = 0; i < seconds * 1000 / TICK; i++) {
            tick(took, late);
        }
    }

    private int tick(int took, int late) {
        now += Math.max(TICK, took) * 1_000_000L;
        return ladder.ticked(now, late * 1_000_000L, took * 1_000_000L, took * 1_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        // took, late, after 1 s, 3 s, 5 s, 7 s
        "  5,   0, 0, 0, 0, 0",
        " 49,   0, 0, 0, 0, 0",
        " 49,  50, 0, 0, 0, 0",
        "  5,  51, 0, 1, 2, 3",
        " 60,   0, 0, 1, 2, 3",
        "400,   0, 0, 1, 2, 3",
    })
    void whoCannotKeepUpClimbsOneRungEveryTwoSeconds(int took, int late, int one, int three, int five, int seven) {
        seconds(1, took, late);
        assertThat(ladder.rung()).isEqualTo(one);
        seconds(2, took, late);
        assertThat(ladder.rung()).isEqualTo(three);
        seconds(2, took, late);
        assertThat(ladder.rung()).isEqualTo(five);
        seconds(2, took, late);
        assertThat(ladder.rung()).isEqualTo(seven);
    }

    @Test
    void aPauseIsNoOverload() {
        for (int i = 0; i < 30; i++) {
            // 800 ms of nothing, and the catching up after it.
            tick(5, 800);
            tick(5, 500);
            tick(5, 200);
            seconds(1, 5, 0);
        }

        assertThat(ladder.rung()).isZero();
    }

    @Test
    void oneSecondOverItsTimeIsNoOverloadEither() {
        for (int i = 0; i < 10; i++) {
            seconds(1, 60, 0);
            seconds(1, 40, 0);
        }

        assertThat(ladder.rung()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // took, late, rung after three seconds of it, from rung 2
        "  5,  0, 0",
        " 30,  0, 0",
        " 31,  0, 2",
        " 45,  0, 2",
        "  5, 51, 3",
    })
    void onlyWhoHasTimeToSpareComesDown(int took, int late, int rung) {
        seconds(5, 60, 0);
        assertThat(ladder.rung()).isEqualTo(2);

        seconds(4, took, late);

        assertThat(ladder.rung()).isEqualTo(rung);
    }

    @Test
    void aStepDownThatDidNotLastIsTakenLaterTheNextTime() {
        seconds(3, 60, 0);
        assertThat(secondsUntil(0)).isLessThanOrEqualTo(2);
        seconds(3, 60, 0);
        assertThat(ladder.rung()).isEqualTo(1);
        int second = secondsUntil(0);
        seconds(3, 60, 0);
        int third = secondsUntil(0);

        assertThat(second).isEqualTo(2);
        assertThat(third).isEqualTo(4);
    }

    @Test
    void whoKeptUpForLongIsTrustedAgain() {
        aStepDownThatDidNotLastIsTakenLaterTheNextTime();
        seconds(40, 5, 0);
        seconds(3, 60, 0);

        assertThat(secondsUntil(0)).isEqualTo(1);
    }

    private int secondsUntil(int rung) {
        for (int i = 0; i < 100; i++) {
            if (ladder.rung() == rung) {
                return i;
            }
            seconds(1, 5, 0);
        }
        throw new AssertionError("still on rung " + ladder.rung());
    }

    @Test
    void theClockIsSlowedSoThatTheWorkFitsAndNeverBelowAQuarter() {
        seconds(5, 80, 0);
        assertThat(ladder.pace()).isEqualTo(TICK * 1_000_000L);
        seconds(1, 80, 0);
        assertThat(ladder.rung()).isEqualTo(3);
        assertThat(ladder.pace()).isEqualTo(100_000_000L);

        seconds(2, 5_000, 0);

        assertThat(ladder.pace()).isEqualTo(4 * TICK * 1_000_000L);
    }

    @Test
    void aSlowedClockIsRightAgainWhenThereIsTimeToSpare() {
        seconds(9, 80, 0);
        seconds(2, 5, 0);

        assertThat(ladder.rung()).isLessThan(3);
        assertThat(ladder.pace()).isEqualTo(TICK * 1_000_000L);
    }

    @Test
    void eachStepIsToldOnce() {
        int up = 0;
        int down = 0;
        for (int i = 0; i < 400; i++) {
            int step = tick(i < 200 ? 60 : 5, 0);
            up += step > 0 ? 1 : 0;
            down += step < 0 ? 1 : 0;
        }

        assertThat(up).isEqualTo(3);
        assertThat(down).isEqualTo(3);
    }

    @Test
    void theLoadIsThePartOfAThreadThatItTakes() {
        seconds(3, 20, 0);

        assertThat(ladder.load()).isCloseTo(0.4, org.assertj.core.api.Assertions.within(0.03));
    }
}
