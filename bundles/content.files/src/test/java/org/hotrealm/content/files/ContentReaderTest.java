package org.hotrealm.content.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.ZoneMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentReaderTest {

    @TempDir
    Path temp;

    private SampleFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = new SampleFolder(temp);
    }

    @Test
    void shippedContentIsValidAsItIs() throws IOException {
        ContentReader.Result shipped =
                new ContentReader().read(new Folder(SampleFolder.SHIPPED).read().files(), 1);
        assertThat(shipped.problems()).isEmpty();
        assertThat(shipped.content().zones())
                .containsKey(shipped.content().realm().zone());
        assertThat(shipped.content().monsters()).containsKeys("goblin", "wolf", "skeleton", "slime");
    }

    @Test
    void shippedItemsAreOfEveryRarity() throws IOException {
        assertThat(folder.read().content().items().values())
                .extracting(ItemDef::rarity)
                .contains(ItemDef.Rarity.values());
    }

    @Test
    void definitionsCarryWhatTheFilesSay() throws IOException {
        ContentSet set = folder.read().content();
        MonsterDef goblin = set.monster("goblin");
        assertThat(goblin.aggression()).isEqualTo(MonsterDef.Aggression.AGGRESSIVE);
        assertThat(goblin.fleeBelow()).isEqualTo(0.25);
        assertThat(goblin.patrol()).isEqualTo(new MonsterDef.Patrol(MonsterDef.Patrol.Mode.RANDOM, 1500, 5000));
        assertThat(set.monster("skeleton").patrol().mode()).isEqualTo(MonsterDef.Patrol.Mode.PING_PONG);
        SkillDef firebolt = set.skill("firebolt");
        assertThat(firebolt.projectileSpeed()).isEqualTo(12);
        assertThat(firebolt.effects().getFirst().amount().text()).isEqualTo("roll(6, 10) + 0.5 * magic");
        assertThat(set.tables().get("goblin").guaranteed().getFirst().most()).isEqualTo(8);
        assertThat(set.item("emberheart").attributes()).containsEntry("power", 24.0);
        assertThat(set.realm().classes().getFirst().skills()).startsWith("strike");
    }

    @Test
    void whatIsLeftOutTakesTheDefault() throws IOException {
        ContentSet set = folder.read().content();
        assertThat(set.monster("wolf").fleeBelow()).isZero();
        assertThat(set.skill("strike").interruptible()).isTrue();
        assertThat(set.item("gold").rarity()).isEqualTo(ItemDef.Rarity.COMMON);
        assertThat(set.tables().get("wolf").guaranteed()).isEmpty();
    }

    @Test
    void zoneIsReadFromTheTiledMapInTiles() throws IOException {
        ZoneMap zone = folder.read().content().zones().get("meadow");
        assertThat(zone.blocked(4, 2)).isTrue();
        assertThat(zone.blocked(3, 2)).isFalse();
        assertThat(zone.start()).isEqualTo(new ZoneMap.Point(5.5, 3.5));
        assertThat(zone.safe(6, 4)).isTrue();
        assertThat(zone.paths().get("round"))
                .containsExactly(
                        new ZoneMap.Waypoint(1.5, 1.5, ZoneMap.Waypoint.OWN_PAUSE),
                        new ZoneMap.Waypoint(2.5, 2, 1_500));
        assertThat(zone.spawns())
                .containsExactly(new ZoneMap.Spawn("den", "goblin", 3, new ZoneMap.Area(1, 1, 3, 2), "round"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            monsters.json | "skills": ["stab",      | "skills": ["stabb",     | /monsters/goblin/skills/0 | there is no skill 'stabb': did you mean 'stab'?
            monsters.json | "skills": ["stab",      | "skills": ["whirl",     | /monsters/goblin/skills/0 | 'whirl' costs 15 mana, and this monster has 0: give it the attribute 'mana', or a skill that costs less
            monsters.json | "loot": "goblin"        | "loot": "gobiln"        | /monsters/goblin/loot     | there is no loot table 'gobiln': did you mean 'goblin'?
            monsters.json | "fleeBelow": 0.25       | "fleeBelow": 25         | /monsters/goblin/fleeBelow| must have a maximum value of 1, but is 25
            monsters.json | "fleeBelow": 0.25       | "fleeBelw": 0.25        | /monsters/goblin/fleeBelw | unknown property 'fleeBelw': did you mean 'fleeBelow'?
            monsters.json | "hp": 60                | "hp": "60"              | /monsters/goblin/hp       | string found, integer expected, but is "60"
            monsters.json | "aggression": "passive" | "aggression": "pasive"  | /monsters/slime/aggression| enumeration
            monsters.json | "pauseMost": 5000       | "pauseMost": 50         | /monsters/goblin/patrol/pauseMost | pauseMost is 50 and must not be below pauseLeast, which is 1500
            loot.json     | "item": "wolf_fang"     | "item": "wolf_fangs"    | /tables/wolf/groups/0/entries/1/item | there is no item 'wolf_fangs': did you mean 'wolf_fang'?
            loot.json     | "least": 2, "most": 8   | "least": 9, "most": 8   | /tables/goblin/guaranteed/0/most | most is 8 and must not be below least, which is 9
            skills.json   | "range": 1.6            | "range": 0              | /skills/strike            | a skill aimed at one other needs a range above 0
            skills.json   | "radius": 2.2           | "radius": 0             | /skills/whirl             | a skill with target 'circle' needs a radius above 0
            realm.json    | "zone": "meadow"        | "zone": "medow"         | /zone                     | there is no zone 'medow': did you mean 'meadow'?
            realm.json    | "firebolt", "frostfall" | "fireblot", "frostfall" | /classes/mage/skills/0    | there is no skill 'fireblot': did you mean 'firebolt'?
            skills.json   | roll(6, 10) + 0.5 * magic | roll(6, 10) + 0.5 * magik | /skills/firebolt/effects/0/amount | at character 21 of "roll(6, 10) + 0.5 * magik": there is no attribute 'magik': did you mean 'magic'?
            skills.json   | roll(4, 7) + 0.3 * power | rol(4, 7) + 0.3 * power | /skills/strike/effects/0/amount | at character 1 of "rol(4, 7) + 0.3 * power": there is no function 'rol': did you mean 'roll'?
            skills.json   | roll(4, 7) + 0.3 * power | roll(4, 7) + 0.3 power  | /skills/strike/effects/0/amount | at character 18 of "roll(4, 7) + 0.3 power": an operator such as + or * is missing before 'p'
            skills.json   | "attribute": "speed"    | "attribute": "sped"     | /skills/war_cry/effects/1/attribute | there is no attribute 'sped': did you mean 'speed'?
            skills.json   | "attribute": "speed"    | "attribute": "maxHp"    | /skills/war_cry/effects/1/attribute | 'maxHp' is not changed by statuses
            skills.json   | "type": "stun", "durationMillis": 1000 | "type": "stun" | /skills/charge/effects/2 | an effect of type 'stun' needs durationMillis above 0
            zones/meadow.json | "value": "goblin"   | "value": "gobln"        | /layers/1/objects/0/properties/0/value | there is no monster 'gobln': did you mean 'goblin'?
            zones/meadow.json | "value": "round"    | "value": "rund"         | /layers/1/objects/0/properties/2/value | there is no path 'rund': did you mean 'round'?
            zones/meadow.json | "infinite": false   | "infinite": true        | /infinite                 | Switch 'Infinite' off
            """)
    void brokenFileIsRefusedWithPlaceReasonAndSuggestion(
            String file, String old, String now, String pointer, String reason) throws IOException {
        folder.replace(file, old, now);
        ContentReader.Result result = folder.read();
        assertThat(result.content()).isNull();
        assertThat(result.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.path()).isEqualTo(pointer);
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isPositive();
        });
    }

    @Test
    void problemNamesTheLineOfTheWrongValue() throws IOException {
        folder.replace("monsters.json", "\"fleeBelow\": 0.25", "\"fleeBelow\": 25");
        ContentProblem problem = folder.read().problems().getFirst();
        assertThat(problem.line()).isEqualTo(folder.line("monsters.json", "\"fleeBelow\": 25"));
        assertThat(problem.toString()).startsWith("monsters.json:" + problem.line() + " /monsters/goblin/fleeBelow: ");
    }

    @Test
    void misspeltPropertyNamesItsOwnLine() throws IOException {
        folder.replace("monsters.json", "\"assist\": 9", "\"asist\": 9");
        assertThat(folder.read().problems().getFirst().line()).isEqualTo(folder.line("monsters.json", "\"asist\""));
    }

    @Test
    void cycleOfTablesIsRefusedWithItsWay() throws IOException {
        folder.replace("loot.json", "{ \"item\": \"gold\", \"least\": 15, \"most\": 40 }", "{ \"table\": \"goblin\" }");
        List<ContentProblem> problems = folder.read().problems();
        assertThat(problems)
                .extracting(ContentProblem::reason)
                .contains("table 'goblin' holds itself: goblin → treasure → goblin");
    }

    @Test
    void tornFileIsRefusedWithItsLine() throws IOException {
        String text = folder.text("skills.json");
        folder.write("skills.json", text.substring(0, text.length() / 2));
        ContentReader.Result result = folder.read();
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().getFirst().file()).isEqualTo("skills.json");
        assertThat(result.problems().getFirst().line()).isGreaterThan(10);
        assertThat(result.problems().getFirst().reason()).startsWith("not JSON");
    }

    @Test
    void samePropertyTwiceIsRefused() throws IOException {
        folder.replace("monsters.json", "\"hp\": 60,", "\"hp\": 60, \"hp\": 70,");
        assertThat(folder.read().problems().getFirst().reason())
                .contains("Duplicate")
                .contains("hp");
    }

    @Test
    void emptyAndMissingFilesAreNamed() throws IOException {
        folder.write("items.json", "");
        Files.delete(folder.root.resolve("realm.json"));
        assertThat(folder.read().problems())
                .extracting(ContentProblem::toString)
                .containsExactlyInAnyOrder("realm.json:0 : the file is missing", "items.json:1 : the file is empty");
    }

    @Test
    void fileThatIsNotTextIsRefused() throws IOException {
        Files.write(folder.root.resolve("items.json"), new byte[] {(byte) 0xC3, (byte) 0x28, 0, 1});
        assertThat(folder.read().problems().getFirst().reason()).contains("UTF-8");
    }

    @Test
    void zoneWithoutStartOrWithBlockedStartIsRefused() throws IOException {
        folder.replace("zones/meadow.json", "\"name\": \"start\"", "\"name\": \"stort\"");
        assertThat(folder.read().problems())
                .anySatisfy(p -> assertThat(p.reason()).contains("no point named 'start'"));
        folder.write("zones/meadow.json", SampleFolder.zone().replace("\"x\": 88, \"y\": 56", "\"x\": 2, \"y\": 2"));
        assertThat(folder.read().problems())
                .anySatisfy(p -> assertThat(p.reason()).contains("blocked tile"));
    }

    @Test
    void shortTileLayerIsRefused() throws IOException {
        folder.replace("zones/meadow.json", "\"data\": [2,", "\"data\": [");
        assertThat(folder.read().problems().getFirst().reason())
                .contains("has 47 tiles")
                .contains("8 × 6 = 48");
    }

    @Test
    void severalMistakesAreToldAtOnce() throws IOException {
        folder.replace("monsters.json", "\"skills\": [\"stab\"", "\"skills\": [\"stabb\"");
        folder.replace("realm.json", "\"zone\": \"meadow\"", "\"zone\": \"medow\"");
        assertThat(folder.read().problems()).hasSize(2);
    }
}
