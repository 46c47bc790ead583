package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SplitMixProperties {

    @Property
    void equalSeedsGiveEqualNumbers(@ForAll long seed) {
        SplitMix one = new SplitMix(seed);
        SplitMix two = new SplitMix(seed);
        for (int i = 0; i < 20; i++) {
            assertThat(one.nextLong()).isEqualTo(two.nextLong());
        }
    }

    @Property
    void boundedNumbersStayInBounds(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        SplitMix random = new SplitMix(seed);
        for (int i = 0; i < 50; i++) {
            assertThat(random.nextInt(bound)).isBetween(0, bound - 1);
            assertThat(random.nextDouble()).isBetween(0.0, Math.nextDown(1.0));
        }
    }
}
