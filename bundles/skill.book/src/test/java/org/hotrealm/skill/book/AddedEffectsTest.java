package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.kit.Knack;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.skill.api.SkillEffect;
import org.junit.jupiter.api.Test;

/** Types of effects that other bundles add. */
class AddedEffectsTest {

    private static final SkillDef STRIKE = Knack.single("strike", 2).does("damage", "7");
    private static final SkillDef SHOVE = Knack.single("shove", 2).does("shove", "3");

    private static Stage stage(SkillEffect... services) {
        return new Stage(Sketch.field(30, 30), new SkillBook(List.of(services)), 10, 10, STRIKE, SHOVE);
    }

    @Test
    void effectOfAnotherBundleIsCarriedOut() {
        Stage stage = stage(new Shove());
        Monster slime = stage.slime(11, 10);
        stage.now(stage.hero, SHOVE, slime);
        assertThat(slime.x()).isEqualTo(14);
    }

    @Test
    void effectThatThrowsIsLeftOutAndTheRestGoesOn() {
        Stage stage = stage(new Shove(), new BrokenShove());
        Monster slime = stage.slime(11, 10);
        stage.use(stage.hero, SHOVE, slime);
        stage.use(stage.hero, STRIKE, slime);
        stage.realm.tick();
        assertThat(stage.realm.effects()).hasSize(1);
        assertThat(slime.x()).isEqualTo(11);
    }

    private static class Shove implements SkillEffect {
        @Override
        public String type() {
            return "shove";
        }

        @Override
        public void apply(World world, Actor caster, Actor target, SkillDef skill, EffectDef effect, int amount) {
            world.place(target, target.x() + amount, target.y());
        }
    }

    private static final class BrokenShove extends Shove {
        @Override
        public void apply(World world, Actor caster, Actor target, SkillDef skill, EffectDef effect, int amount) {
            throw new IllegalStateException("no strength");
        }
    }
}
