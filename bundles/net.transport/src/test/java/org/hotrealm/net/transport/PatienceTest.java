package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final long MILLI = 1_000_000;

    private final Patience patience = new Patience();

    /** Messages come evenly and are waited for, for a second. */
    private long waitsAt(int aSecond, long most) {
        double left = 0;
        for (long time = 0; time < 1_000 * MILLI; ) {
            long step = Math.max(patience.nanos(most), 1_000 * MILLI / aSecond);
            left += aSecond * (step / (1_000.0 * MILLI));
            patience.found((int) left, step);
            left -= (int) left;
            time += step;
        }
        return patience.nanos(most);
    }

    @ParameterizedTest
    @CsvSource({"50,0,100", "200,150,350", "1000,1000,1500", "2000,2200,2800", "4500,5000,5000", "20000,5000,5000"})
    void theMoreArrivesTheLongerItWaits(int aSecond, long leastMicros, long mostMicros) {
        assertThat(waitsAt(aSecond, 5 * MILLI) / 1_000).isBetween(leastMicros, mostMicros);
    }

    @Test
    void nobodyIsWaitedForWhereNothingHasArrived() {
        assertThat(patience.nanos(5 * MILLI)).isZero();
    }

    @Test
    void aCrowdThatFallsSilentIsForgottenAtOnce() {
        waitsAt(10_000, 5 * MILLI);
        patience.found(1, 500 * MILLI);
        assertThat(patience.nanos(5 * MILLI)).isLessThan(1 * MILLI);
    }

    @Test
    void aClockThatStandsStillHarmsNothing() {
        patience.found(3, 0);
        assertThat(patience.nanos(5 * MILLI)).isBetween(0L, 5 * MILLI);
    }
}
