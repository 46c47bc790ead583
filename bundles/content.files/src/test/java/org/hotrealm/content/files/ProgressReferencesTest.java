package org.hotrealm.content.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.LootTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressReferencesTest {

    @TempDir
    Path root;

    private SampleFolder folder;

    @BeforeEach
    void begin() throws IOException {
        folder = new SampleFolder(root);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            items.json | "kind": "trinket", "attributes": { "hp": 8 | "kind": "trinket", "stack": 5, "attributes": { "hp": 8 | /items/copper_ring/stack | 'copper_ring' is worn, so its stack is 1, not 5
            items.json | "classes": ["warrior"], "attributes": { "power": 4 | "classes": ["worrier"], "attributes": { "power": 4 | /items/iron_sword/classes/0 | there is no class 'worrier': did you mean 'warrior'?
            realm.json | "levels": [0, 100 | "levels": [5, 100 | /progress/levels/0 | level 1 is reached at 0 experience, not at 5
            realm.json | "levels": [0, 100, 300 | "levels": [0, 300, 300 | /progress/levels/2 | level 3 needs more experience than level 2
            loot.json | "name": "treasure", "chance": 0.03 | "chance": 0.03 | /tables/goblin/groups/4/badLuck | misses are counted by the group's name: give it one
            loot.json | "name": "arms" | "name": "treasure" | /tables/skeleton/groups/3/name | the table has a group 'treasure' already
            loot.json | "daySeconds": 1200, "from": 900 | "daySeconds": 600, "from": 900 | /tables/wolf/groups/2/when/time | a day has 600 seconds
            loot.json | "players": { "least": 3 } | "players": { "least": 3, "most": 2 } | /tables/goblin/groups/5/when/players | least is above most, so this is never so
            loot.json | "classes": ["mage"] } }] }, | "classes": ["maga"] } }] }, | /tables/goblin/groups/3/entries/5/when/classes/0 | there is no class 'maga': did you mean 'mage'?
            loot.json | { "item": "heart_of_the_marsh" } | { "table": "slime" } | /tables/treasure/groups/0/entries/19/table | where a rarity is chosen, every choice is an item, no table
            loot.json | { "item": "gold", "least": 15, "most": 40 } | { "table": "wolf", "least": 1, "most": 2 } | /tables/treasure/guaranteed/0 | table 'wolf' protects against bad luck, so it is rolled once, not 2 times
            """)
    void mistakeIsRefusedWithPlaceAndReason(String file, String old, String now, String pointer, String reason)
            throws IOException {
        folder.replace(file, old, now);
        ContentReader.Result result = folder.read();
        assertThat(result.content()).isNull();
        assertThat(result.problems()).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo(pointer);
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isPositive();
        });
    }

    @Test
    void definitionsCarryWhatTheFilesSay() throws IOException {
        ContentSet set = folder.read().content();
        LootTable.Group treasure = set.tables().get("goblin").groups().get(4);
        assertThat(treasure.badLuck()).isEqualTo(new LootTable.BadLuck(15, 0.01));
        assertThat(treasure.counter()).isEqualTo("goblin/treasure");
        assertThat(set.tables().get("treasure").groups().getFirst().rarities()).hasSize(5);
        assertThat(set.tables().get("wolf").groups().get(2).when().time().daySeconds())
                .isEqualTo(1200);
        assertThat(set.item("iron_sword").classes()).containsExactly("warrior");
        assertThat(set.item("emberheart").level()).isEqualTo(8);
        assertThat(set.realm().progress().reached(2)).isEqualTo(100);
        assertThat(set.realm().progress().bagSlots()).isEqualTo(24);
    }
}
