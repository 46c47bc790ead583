package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;

/** A hero at (10,10) with 50 mana and power 10 who knows the skills given, slimes that do too, and a book; a tick has 50 ms. */
final class Stage {

    final TestRealm realm;
    final Player hero;

    Stage(SkillDef... skills) {
        this(Sketch.field(30, 30), new SkillBook(), 10, 10, skills);
    }

    Stage(Sketch sketch, SkillBook book, double x, double y, SkillDef... skills) {
        this(sketch, List.of(book), x, y, skills);
    }

    Stage(Sketch sketch, List<SkillBook> books, double x, double y, SkillDef... skills) {
        Kit kit = new Kit(sketch);
        List<String> ids = new java.util.ArrayList<>(List.of("bite"));
        for (SkillDef skill : skills) {
            kit.heroSkill(skill);
            ids.add(skill.id());
        }
        kit.monster(Beast.named("slime").skills(ids.toArray(String[]::new)));
        realm = kit.realm(42);
        books.forEach(realm::with);
        hero = realm.player("hero", x, y);
    }

    Monster slime(double x, double y) {
        return realm.monster("slime", x, y);
    }

    void use(Actor actor, SkillDef skill, Actor target) {
        realm.world().submit(new Intent.Use(actor.id(), skill.id(), target.id(), target.x(), target.y()));
    }

    void useAt(SkillDef skill, double x, double y) {
        realm.world().submit(new Intent.Use(hero.id(), skill.id(), 0, x, y));
    }

    /** Uses it, and ticks once. */
    Stage now(Actor actor, SkillDef skill, Actor target) {
        use(actor, skill, target);
        realm.tick();
        return this;
    }

    /** Uses it however the last one went: without waiting for cooldowns. */
    Stage again(Actor actor, SkillDef skill, Actor target) {
        actor.readyAt(skill.id(), 0);
        actor.globalReadyAt(0);
        return now(actor, skill, target);
    }

    /** Why the hero's only wish was refused. */
    String refusal() {
        List<Event.Refused> refused = realm.events(Event.Refused.class);
        assertThat(refused).as("refusals").hasSize(1);
        assertThat(refused.getFirst().actor()).isEqualTo(hero.id());
        assertThat(realm.effects()).isEmpty();
        return refused.getFirst().reason();
    }

    /** The amounts of the effects so far, in order. */
    List<Integer> amounts() {
        return realm.effects().stream().map(Stage::amount).toList();
    }

    private static int amount(Effect effect) {
        return switch (effect) {
            case Effect.Damage damage -> damage.amount();
            case Effect.Heal heal -> heal.amount();
        };
    }

    /** Ticks so often; at which of these ticks, from 1, there was an effect. */
    List<Integer> pulses(int ticks) {
        List<Integer> at = new java.util.ArrayList<>();
        for (int tick = 1; tick <= ticks; tick++) {
            int before = realm.effects().size();
            realm.tick();
            if (realm.effects().size() > before) {
                at.add(tick);
            }
        }
        return at;
    }

    /** Puts another definition in the place of a skill, or takes it away. */
    void redefine(String id, @org.jspecify.annotations.Nullable SkillDef skill) {
        ContentSet now = realm.world().content();
        Map<String, SkillDef> skills = new HashMap<>(now.skills());
        skills.remove(id);
        if (skill != null) {
            skills.put(id, skill);
        }
        realm.world()
                .content(
                        new ContentSet(2, now.realm(), now.monsters(), skills, now.tables(), now.items(), now.zones()));
    }
}
