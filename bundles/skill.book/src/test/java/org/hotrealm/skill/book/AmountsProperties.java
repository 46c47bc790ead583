package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.testkit.FakeRandom;

class AmountsProperties {

    private static final Player HERO = new Kit(Sketch.field(5, 5)).realm(1).player("hero", 2.5, 2.5);

    @Property(tries = 300)
    void rollStaysWithinItsBounds(
            @ForAll @IntRange(max = 500) int least, @ForAll @IntRange(max = 500) int more, @ForAll long seed) {
        EffectDef effect = EffectDef.of("damage", "roll(%d, %d) + 0.5 * power".formatted(least, least + more), 0);
        assertThat(new Reckoning(new FakeRandom(seed)).amount(effect, HERO, HERO))
                .isBetween(least + 5.0, least + more + 5.0);
    }

    @Property(tries = 50)
    void nothingComesToLessThanNothing(@ForAll long seed) {
        assertThat(new Reckoning(new FakeRandom(seed)).amount(EffectDef.of("damage", "1 - 3 * power", 0), HERO, HERO))
                .isZero();
    }
}
