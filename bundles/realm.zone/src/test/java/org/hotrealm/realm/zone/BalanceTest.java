package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.content.files.ShippedContent;
import org.hotrealm.monster.ai.MonsterAi;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.skill.book.SkillBook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped numbers are such that the game is fun: what a hero of level 1 meets first it can beat, and a pack it cannot. */
final class BalanceTest {

    private static final int FIGHTS = 20;
    private static final int LONGEST = 60 * 20;
    private static final ContentSet CONTENT = onAField(ShippedContent.read());

    private static ContentSet onAField(ContentSet shipped) {
        ZoneMap field = Maps.field(60).build();
        RealmDef realm = shipped.realm();
        return new ContentSet(
                1,
                new RealmDef(field.name(), realm.sightTiles(), realm.classes(), realm.progress()),
                shipped.monsters(),
                shipped.skills(),
                shipped.tables(),
                shipped.items(),
                Map.of(field.name(), field));
    }

    /** How many of twenty fights against so many of a kind the hero wins. */
    private static int wins(String heroClass, String kind, int many) throws RefusedException {
        int wins = 0;
        for (int seed = 1; seed <= FIGHTS; seed++) {
            wins += wins(heroClass, kind, many, seed) ? 1 : 0;
        }
        return wins;
    }

    private static boolean wins(String heroClass, String kind, int many, long seed) throws RefusedException {
        Bench bench = fight(heroClass, kind, many, seed);
        return bench.world.players().getFirst().alive() && !anyAlive(bench);
    }

    /** A fight to its end. */
    private static Bench fight(String heroClass, String kind, int many, long seed) throws RefusedException {
        Bench bench = new Bench(CONTENT, seed);
        bench.room.pin(new MonsterAi(), new SkillBook());
        Player hero = bench.player(bench.join(Payload.map("heroClass", heroClass), "s"));
        for (int i = 0; i < many; i++) {
            Monster monster = bench.world.addMonster(kind, hero.x() + 7, hero.y() - 2 + 2 * i);
            monster.face(Math.PI);
        }
        Fighter fighter = new Fighter(bench.world, hero);
        for (int tick = 0; tick < LONGEST && hero.alive() && anyAlive(bench); tick++) {
            fighter.act();
            bench.tick();
        }
        return bench;
    }

    private static boolean anyAlive(Bench bench) {
        return bench.world.monsters().stream().anyMatch(Monster::alive);
    }

    @ParameterizedTest
    @ValueSource(strings = {"warrior", "mage"})
    void theSameSeedAndTheSameWishesMakeTheSameFight(String heroClass) throws RefusedException {
        long first = fight(heroClass, "wolf", 3, 7).world.digest();
        assertThat(fight(heroClass, "wolf", 3, 7).world.digest()).isEqualTo(first);
        assertThat(fight(heroClass, "wolf", 3, 8).world.digest()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "warrior, slime,    1, 20, 20",
        "mage,    slime,    1, 20, 20",
        "warrior, goblin,   1, 18, 20",
        "mage,    goblin,   1, 18, 20",
        "warrior, wolf,     1, 16, 20",
        "mage,    wolf,     1, 16, 20",
        "warrior, wolf,     3,  0,  4",
        "mage,    wolf,     3,  0,  4",
        "warrior, skeleton, 1, 10, 20",
        "mage,    skeleton, 1, 10, 20",
    })
    void heroOfLevelOneWinsWhatItShould(String heroClass, String kind, int many, int least, int most)
            throws RefusedException {
        assertThat(wins(heroClass, kind, many))
                .as("%s against %d %s", heroClass, many, kind)
                .isBetween(least, most);
    }
}
