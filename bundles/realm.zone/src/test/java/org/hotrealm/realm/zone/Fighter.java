package org.hotrealm.realm.zone;

import java.util.Comparator;
import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** Plays a hero as a beginner would: goes for the nearest monster, and uses the last of its skills that is ready and fits. */
final class Fighter {

    /** How near each class goes. */
    private static final double MELEE = 1.2;

    private static final double RANGED = 6;

    private final World world;
    private final Player hero;

    Fighter(World world, Player hero) {
        this.world = world;
        this.hero = hero;
    }

    void act() {
        @Nullable
        Monster foe = world.monsters().stream()
                .filter(Monster::alive)
                .min(Comparator.comparingDouble(hero::distance))
                .orElse(null);
        if (foe == null || hero.cast() != null) {
            walk(0, 0);
            return;
        }
        double near = hero.heroClass().equals("mage") ? RANGED : MELEE;
        double distance = hero.distance(foe);
        boolean close = distance <= near;
        walk(close ? 0 : (foe.x() - hero.x()) / distance, close ? 0 : (foe.y() - hero.y()) / distance);
        use(foe, distance, close);
    }

    private void walk(double x, double y) {
        world.submit(new Intent.Walk(hero.id(), x, y, 1));
    }

    private void use(Monster foe, double distance, boolean standing) {
        List<String> skills = hero.skills();
        for (int i = skills.size() - 1; i >= 0; i--) {
            SkillDef skill = world.content().skill(skills.get(i));
            boolean ready = hero.usableAt(skill.id()) <= world.tick().number() && hero.mana() >= skill.cost();
            if (ready && (standing || skill.castMillis() == 0) && fits(skill, distance)) {
                boolean away = skill.id().equals("blink");
                double x = away ? 2 * hero.x() - foe.x() : foe.x();
                double y = away ? 2 * hero.y() - foe.y() : foe.y();
                world.submit(new Intent.Use(hero.id(), skill.id(), foe.id(), x, y));
                return;
            }
        }
    }

    private boolean fits(SkillDef skill, double distance) {
        return switch (skill.id()) {
            case "mend" -> hero.hp() < 0.6 * hero.maxHp();
            case "blink" -> distance < 2 && hero.hp() < 0.5 * hero.maxHp();
            case "war_cry", "shield_wall" -> distance < 4;
            default ->
                distance
                        <= switch (skill.target()) {
                            case SINGLE -> skill.range();
                            case SELF -> 4;
                            case CIRCLE -> skill.range() > 0 ? skill.range() : skill.radius() * 0.9;
                            case CONE, LINE -> skill.radius() * 0.9;
                        };
        };
    }
}
