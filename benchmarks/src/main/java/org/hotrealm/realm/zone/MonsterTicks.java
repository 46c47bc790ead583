package org.hotrealm.realm.zone;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.room.api.RefusedException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A whole tick of a realm with 10,000 monsters of the shipped kinds in one zone of 256 × 256 tiles: all phases, the shipped
 * skills, the state and each player's view.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MonsterTicks {

    private static final int SECONDS_BEFORE = 20;

    /** Where the shipped content is. */
    @Param("config/content")
    public String content;

    @Param("10000")
    public int monsters;

    /**
     * {@code unseen}: nobody is there, all sleep. {@code watched}: 196 players, spread so that each monster is near to one;
     * they stand on safe ground and the monsters stroll. {@code fought}: the same, but each monster is after the player
     * nearest to it, who strikes back.
     */
    @Param({"unseen", "watched", "fought"})
    public String scene;

    private Crowded realm;

    /** Builds the world and lets it come to its usual course. */
    @Setup(Level.Trial)
    public void fill() throws RefusedException {
        realm = new Crowded(Path.of(content), monsters, scene.equals("unseen") ? 0 : 196, scene.equals("watched"));
        if (scene.equals("fought")) {
            realm.anger();
        }
        for (int i = 0; i < SECONDS_BEFORE * 20; i++) {
            tick();
        }
        System.out.printf(
                "%n%s: %d of %d in fights, %d strolling; a player sees %d%n",
                scene,
                realm.count(AiState.CHASE, AiState.ATTACK),
                monsters,
                realm.count(AiState.PATROL),
                realm.seenByOne());
    }

    /** One tick. */
    @Benchmark
    public void tick() {
        realm.tick();
        realm.keepAlive();
    }

    /** What a player does. */
    static void strike(Crowded realm, Player player, Monster foe) {
        String skill = player.skills().getFirst();
        if (player.usableAt(skill) <= realm.world().tick().number() && foe.state() != AiState.DEAD) {
            realm.world().submit(new Intent.Use(player.id(), skill, foe.id(), foe.x(), foe.y()));
        }
    }
}
