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
    void amountStaysWithinItsBoundsPlusTheScaledAttribute(
            @ForAll @IntRange(max = 500) int least, @ForAll @IntRange(max = 500) int more, @ForAll long seed) {
        int amount =
                Amounts.of(new EffectDef("damage", least, least + more, "power", 0.5, 0), HERO, new FakeRandom(seed));
        assertThat(amount).isBetween(least + 5, least + more + 5);
    }

    @Property(tries = 50)
    void negativeFactorNeverGivesLessThanNothing(@ForAll long seed) {
        assertThat(Amounts.of(new EffectDef("damage", 1, 2, "power", -3, 0), HERO, new FakeRandom(seed)))
                .isZero();
    }
}
