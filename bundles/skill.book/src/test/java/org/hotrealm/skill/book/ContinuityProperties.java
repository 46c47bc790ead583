package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.content.api.SkillDef.Stacking;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.kit.Knack;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.world.WorldsComponent;

/** What goes on goes on: in another instance of the book, and in a world that was parked and restored. */
class ContinuityProperties {

    private static final SkillDef BOLT =
            Knack.single("bolt", 9).cast(500).flies(10).does("damage", "roll(1, 20)");
    private static final SkillDef VENOM = Knack.single("venom", 9)
            .cooldown(200)
            .does(
                    EffectDef.of("damage-over-time", "roll(1, 9)", 1500)
                            .withEvery(300)
                            .withStacking(Stacking.STACK, 4, true),
                    EffectDef.of("slow", "30", 700));
    private static final SkillDef WARD = Knack.self("ward").global(400).does("shield", "power", 2000);
    private static final SkillDef STUN = Knack.single("stun", 9).does("stun", "0", 600);
    private static final SkillDef KICK = Knack.circle("kick", 0, 5).does("knockback", "roll(1, 3)");
    private static final SkillDef RUSH =
            Knack.single("rush", 9).does(EffectDef.of("dash", "0", 0), EffectDef.of("damage", "roll(2, 5)", 0));
    private static final SkillDef[] ALL = {BOLT, VENOM, WARD, STUN, KICK, RUSH};

    /** What is chosen by a number: who uses which skill on whom. */
    private static void act(World world, int deed) {
        List<Monster> monsters = world.monsters();
        Actor hero = world.players().getFirst();
        Actor monster = monsters.get(Math.floorMod(deed / 16, monsters.size()));
        Actor caster = deed % 2 == 0 ? hero : monster;
        Actor target = deed % 2 == 0 ? monster : hero;
        SkillDef skill = ALL[Math.floorMod(deed / 2, ALL.length)];
        world.submit(new Intent.Use(caster.id(), skill.id(), target.id(), target.x(), target.y()));
        if (deed % 7 == 0) {
            caster.walk(deed % 3 - 1, 0);
        }
    }

    private static Stage fight(IntFunction<SkillBook> bookOfTick, List<Integer> deeds) {
        Stage stage = new Stage(Sketch.field(30, 30), List.of(), 10, 10, ALL);
        stage.slime(13, 10);
        stage.slime(10, 14);
        for (int i = 0; i < deeds.size(); i++) {
            act(stage.realm.world(), deeds.get(i));
            stage.realm.tick();
            bookOfTick.apply(i).run(stage.realm.world());
        }
        return stage;
    }

    @Property(tries = 200)
    void anotherInstanceOfTheBookGoesOnAsTheOldOneWould(
            @ForAll @Size(max = 60) List<@IntRange(max = 100_000) Integer> deeds,
            @ForAll @IntRange(max = 60) int swap) {
        SkillBook old = new SkillBook();
        SkillBook next = new SkillBook();
        long one = fight(tick -> old, deeds).realm.world().digest();
        long two = fight(tick -> tick < swap ? old : next, deeds).realm.world().digest();
        assertThat(two).isEqualTo(one);
    }

    @Property(tries = 200)
    void theSameParcelAndTheSameWishesMakeTheSameNextParcel(
            @ForAll @Size(max = 40) List<@IntRange(max = 100_000) Integer> before,
            @ForAll @Size(max = 40) List<@IntRange(max = 100_000) Integer> after,
            @ForAll long seed) {
        Stage stage = fight(tick -> new SkillBook(), before);
        World one = restored(stage, seed, after);
        World two = restored(stage, seed, after);
        assertThat(two.park()).isEqualTo(one.park());
        assertThat(two.digest()).isEqualTo(one.digest());
    }

    /** Goes on from a stage's parcel with this seed and these wishes. */
    private static World restored(Stage stage, long seed, List<Integer> deeds) {
        World parked = stage.realm.world();
        FakeRoom room = new FakeRoom(seed);
        room.tick(parked.tick());
        World world = new WorldsComponent().restore(room, parked.content(), parked.park());
        room.seed(seed);
        SkillBook book = new SkillBook();
        for (int deed : deeds) {
            act(world, deed);
            world.begin(room.nextTick());
            book.run(world);
            world.takeEffects();
        }
        return world;
    }
}
