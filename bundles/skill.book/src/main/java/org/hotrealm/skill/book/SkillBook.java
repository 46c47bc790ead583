package org.hotrealm.skill.book;

import java.util.List;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.skill.api.SkillEffect;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The system {@code skills}: grants or refuses what players and monsters want to use, and carries it out. */
@Component(service = Behaviour.class)
public final class SkillBook implements RealmSystem {

    /** Ordered by rising ranking, so that the last of a type is the one that counts. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<SkillEffect> effects = List.of();

    /** For the service component runtime. */
    public SkillBook() {}

    /** With these effects, by rising ranking. */
    SkillBook(List<SkillEffect> effects) {
        this.effects = effects;
    }

    @Override
    public String system() {
        return "skills";
    }

    @Override
    public Phase phase() {
        return Phase.SKILL;
    }

    @Override
    public void run(World world) {
        new Casting(world, new Effects(world, effects)).run();
    }
}
