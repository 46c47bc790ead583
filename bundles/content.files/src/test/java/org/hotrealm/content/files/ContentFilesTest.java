package org.hotrealm.content.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Edits of real files, followed by the real watch. */
@Timeout(60)
class ContentFilesTest {

    @TempDir
    Path temp;

    private SampleFolder folder;
    private ContentStore store;
    private FolderWatch watch;
    private final Object changes = new Object();

    @BeforeEach
    void follow() throws IOException {
        folder = new SampleFolder(temp);
        begin();
    }

    private void begin() {
        Folder place = new Folder(temp);
        store = new ContentStore(place);
        store.load();
        watch = new FolderWatch(place, new Settings(temp, 30, 300), new FolderWatch.Listener() {
            @Override
            public boolean stale() {
                return store.stale();
            }

            @Override
            public void changed() {
                store.load();
                synchronized (changes) {
                    changes.notifyAll();
                }
            }
        });
        watch.start();
    }

    @AfterEach
    void stop() {
        watch.close();
    }

    @Test
    void editTakesEffectAsANewRevision() {
        folder.replace("monsters.json", "\"hp\": 60", "\"hp\": 61");
        await(() -> store.current().revision() == 2);
        assertThat(store.current().monster("goblin").hp()).isEqualTo(61);
    }

    @Test
    void badEditIsRefusedAndTheLastGoodStays() {
        folder.replace("monsters.json", "\"hp\": 60", "\"hp\": -60");
        await(() -> !store.problems().isEmpty());
        assertThat(store.current().revision()).isEqualTo(1);
        assertThat(store.current().monster("goblin").hp()).isEqualTo(60);
        assertThat(store.problems().getFirst().toString())
                .startsWith("monsters.json:")
                .contains("/monsters/goblin/hp");
    }

    @Test
    void correctedEditClearsTheProblems() {
        folder.replace("monsters.json", "\"hp\": 60", "\"hp\": -60");
        await(() -> !store.problems().isEmpty());
        folder.replace("monsters.json", "\"hp\": -60", "\"hp\": 66");
        await(() -> store.problems().isEmpty() && store.current().revision() == 2);
        assertThat(store.current().monster("goblin").hp()).isEqualTo(66);
    }

    @Test
    void badEditTakenBackKeepsTheRevision() {
        folder.replace("monsters.json", "\"hp\": 60", "\"hp\": -60");
        await(() -> !store.problems().isEmpty());
        folder.replace("monsters.json", "\"hp\": -60", "\"hp\": 60");
        await(() -> store.problems().isEmpty());
        assertThat(store.current().revision()).isEqualTo(1);
    }

    @Test
    void changeAcrossTwoFilesIsTakenOnceBothFit() throws IOException {
        folder.saveByRename(
                "monsters.json", folder.text("monsters.json").replace("[\"slap\"]", "[\"slap\", \"spit\"]"));
        await(() -> !store.problems().isEmpty());
        folder.saveByRename(
                "skills.json",
                folder.text("skills.json")
                        .replace(
                                "\"slap\": {",
                                "\"spit\": {\"name\": \"Spit\", \"target\": \"single\", \"range\": 3, \"cooldownMillis\": 9,"
                                        + " \"effects\": [{\"type\": \"damage\", \"amount\": 1}]}, \"slap\": {"));
        await(() -> store.current().revision() == 2);
        assertThat(store.current().monster("slime").skills()).containsExactly("slap", "spit");
    }

    @Test
    void fileWrittenInPiecesIsTakenWhenWhole() throws IOException {
        String whole = folder.text("skills.json").replace("\"cost\": 6,", "\"cost\": 13,");
        folder.write("skills.json", whole.substring(0, 900));
        await(() -> !store.problems().isEmpty());
        Files.writeString(
                temp.resolve("skills.json"),
                whole.substring(900),
                StandardCharsets.UTF_8,
                java.nio.file.StandardOpenOption.APPEND);
        await(() -> store.current().revision() == 2);
        assertThat(store.current().skill("firebolt").cost()).isEqualTo(13);
    }

    @Test
    void editOfAZoneIsFollowedAndServedToClients() throws IOException {
        folder.saveByRename(
                "zones/meadow.json", folder.text("zones/meadow.json").replace("\"value\": 3", "\"value\": 4"));
        await(() -> store.current().revision() == 2);
        assertThat(store.current().zones().get("meadow").spawns().getFirst().count())
                .isEqualTo(4);
        assertThat(new String(store.zoneFile("meadow"), StandardCharsets.UTF_8)).contains("\"value\": 4");
        assertThat(store.zoneFile("moon")).isEmpty();
    }

    @Test
    void deletedFileIsRefusedAndItsReturnIsTaken() throws IOException {
        String items = folder.text("items.json");
        Files.delete(temp.resolve("items.json"));
        await(() -> !store.problems().isEmpty());
        assertThat(store.problems().getFirst().reason()).contains("missing");
        folder.write("items.json", items.replace("\"name\": \"Gold\"", "\"name\": \"Coins\""));
        await(() -> store.current().revision() == 2);
        assertThat(store.current().item("gold").name()).isEqualTo("Coins");
    }

    @Test
    void startWithBrokenFilesServesNothingUntilTheyAreMended() {
        watch.close();
        folder.replace("realm.json", "\"zone\": \"meadow\"", "\"zone\": \"medow\"");
        begin();
        assertThat(store.ready()).isFalse();
        assertThatThrownBy(() -> store.current())
                .hasMessageContaining("realm.json:")
                .hasMessageContaining("medow");
        folder.replace("realm.json", "\"zone\": \"medow\"", "\"zone\": \"meadow\"");
        await(store::ready);
        assertThat(store.current().revision()).isEqualTo(1);
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        synchronized (changes) {
            while (!condition.getAsBoolean()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                assertThat(left)
                        .as("time left for the change to be noticed; problems: %s", store.problems())
                        .isPositive();
                try {
                    changes.wait(Math.min(left, 1000));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
