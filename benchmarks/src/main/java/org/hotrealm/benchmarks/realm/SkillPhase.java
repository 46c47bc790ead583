package org.hotrealm.benchmarks.realm;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Knack;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.world.WorldsComponent;
import org.hotrealm.skill.book.SkillBook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The phase SKILL of a tick with 10,000 monsters, by what they have. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class SkillPhase {
    private static final int COUNT = 10_000;
    private static final long NEVER = Long.MAX_VALUE / 2;

    /** {@code nothing}; {@code slows}: one that lasts each; {@code pulses}: two, of which one pulses each second. */
    @Param({"nothing", "slows", "pulses"})
    public String statuses;

    private final SkillBook book = new SkillBook();
    private FakeRoom room;
    private World world;

    @Setup
    public void fill() {
        SkillDef venom = Knack.single("venom", 5)
                .does(EffectDef.of("damage-over-time", "2 + 0.1 * power", 1_000), EffectDef.of("slow", "30", 1_000));
        room = new FakeRoom(1);
        world = new WorldsComponent()
                .create(
                        room,
                        new Kit(Sketch.field(256, 256))
                                .skill(venom)
                                .monster(Beast.named("slime"))
                                .content());
        for (int i = 0; i < COUNT; i++) {
            afflict(world.addMonster("slime", 2.5 + i % 250, 2.5 + i / 250 * 6));
        }
    }

    private void afflict(Monster monster) {
        if (!statuses.equals("nothing")) {
            monster.gain(new Status("venom/1", "venom", Status.Kind.SLOW, 1, "", 30, 1, 0, false, 0, NEVER));
        }
        if (statuses.equals("pulses")) {
            Status.Kind kind = Status.Kind.DAMAGE_OVER_TIME;
            // Spread over the second, as they are in play.
            monster.gain(new Status("venom", "venom", kind, 1, "", 3, 1, 20, false, monster.id() % 20, NEVER));
        }
    }

    @Benchmark
    public List<Effect> tick() {
        world.begin(room.nextTick());
        book.run(world);
        return world.takeEffects();
    }
}
