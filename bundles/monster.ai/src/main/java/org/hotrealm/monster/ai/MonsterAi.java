package org.hotrealm.monster.ai;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotrealm.monster.api.MonsterBrain;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Behaviour;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system {@code monsters}: every monster whose thought is due gets one, from its own brain or the standard one. */
@Component(service = Behaviour.class)
public final class MonsterAi implements RealmSystem {

    private static final Logger LOG = LoggerFactory.getLogger(MonsterAi.class);
    private static final int TELL_AGAIN_MILLIS = 60_000;

    /** Ordered by rising ranking, so that the last to claim a kind is the one that counts. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<MonsterBrain> brains = List.of();

    @Reference
    private AiMeters meters = new AiMeters();

    /** For the service component runtime. */
    public MonsterAi() {}

    /** With these brains, by rising ranking. */
    MonsterAi(List<MonsterBrain> brains) {
        this.brains = brains;
    }

    @Override
    public String system() {
        return "monsters";
    }

    @Override
    public Phase phase() {
        return Phase.AI;
    }

    @Override
    public void run(World world) {
        Thought thought = new Thought(world);
        Map<String, MonsterBrain> byKind = byKind();
        long now = world.tick().number();
        List<Monster> monsters = world.monsters();
        for (int i = 0; i < monsters.size(); i++) {
            Monster monster = monsters.get(i);
            if (due(thought, monster, now)) {
                long since = meters.now();
                think(thought, monster, byKind.get(monster.kind()));
                thought.trouble().note(monster);
                meters.thought(monster.kind(), since);
            }
        }
    }

    private Map<String, MonsterBrain> byKind() {
        List<MonsterBrain> now = brains;
        if (now.isEmpty()) {
            return Map.of();
        }
        Map<String, MonsterBrain> byKind = new HashMap<>();
        for (MonsterBrain brain : now) {
            kinds(brain).forEach(kind -> byKind.put(kind, brain));
        }
        return byKind;
    }

    private static Set<String> kinds(MonsterBrain brain) {
        try {
            return brain.kinds();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.debug("a brain cannot say for which kinds it is: {}", brain.getClass(), e);
            return Set.of();
        }
    }

    private static boolean due(Thought thought, Monster monster, long now) {
        boolean dead = monster.state() == AiState.DEAD;
        if (dead || !monster.alive()) {
            // A death and a revival are noticed at once.
            return dead == monster.alive();
        }
        if (monster.thinkAt() == Long.MAX_VALUE) {
            return thought.watch().near(monster);
        }
        if (monster.thinkAt() == 0) {
            // Spread over the ticks, those that began together think at different times.
            monster.thinkAt(now + monster.id() % Deeds.CALM);
        }
        // Whoever is stunned thinks of nothing, and of everything at once when that is over.
        return monster.thinkAt() <= now && !monster.has(Status.Kind.STUN);
    }

    private static void think(Thought thought, Monster monster, @Nullable MonsterBrain brain) {
        boolean standard = brain == null || !monster.alive() || monster.state() == AiState.DEAD;
        if (standard || !ownBrain(thought, monster, brain)) {
            thought.about(monster);
            Absence.catchUp(thought);
            Rule rule = StateTable.next(thought);
            if (rule != null) {
                Deeds.enter(thought, rule);
                thought.about(monster);
            }
            int ticks = Deeds.act(thought);
            monster.thinkAt(ticks == Deeds.ASLEEP ? Long.MAX_VALUE : thought.now() + ticks);
        }
    }

    /** Whether the brain has thought; a broken one leaves its monster to the standard AI. */
    private static boolean ownBrain(Thought thought, Monster monster, @Nullable MonsterBrain brain) {
        long now = thought.now();
        try {
            if (brain != null) {
                brain.think(thought.world(), monster);
                monster.thinkAt(Math.max(monster.thinkAt(), now + 1));
            }
            return brain != null;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            tell(thought, monster, e);
            return false;
        }
    }

    private static void tell(Thought thought, Monster monster, Throwable e) {
        long told = Notes.brainFailed(monster);
        if (told == 0 || thought.now() - told > thought.ticks(TELL_AGAIN_MILLIS)) {
            Notes.brainFailed(monster, thought.now());
            LOG.warn("the brain of {} {} failed; the standard AI thinks for it", monster.kind(), monster.id(), e);
        }
    }
}
