package org.hotrealm.content.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotrealm.content.api.ContentProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run says what would be refused and takes nothing over. */
class CheckTest {

    @TempDir
    Path temporary;

    @Test
    void shippedContentIsRight() {
        assertThat(Check.problems(SampleFolder.SHIPPED)).isEmpty();
    }

    @Test
    void mistakesOfAnotherFolderAreFoundAndWhatIsInForceStays() throws IOException {
        SampleFolder inForce = new SampleFolder(temporary.resolve("in-force"));
        ContentStore store = new ContentStore(new Folder(inForce.root));
        store.load();
        SampleFolder draft = new SampleFolder(temporary.resolve("draft"));
        draft.replace("monsters.json", "\"stab\"", "\"stabb\"");
        assertThat(store.check(draft.root)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("monsters.json");
            assertThat(problem.line()).isEqualTo(draft.line("monsters.json", "stabb"));
            assertThat(problem.path()).isEqualTo("/monsters/goblin/skills/0");
            assertThat(problem.reason()).contains("did you mean 'stab'?");
        });
        assertThat(store.problems()).isEmpty();
        assertThat(store.current().revision()).isEqualTo(1);
    }

    @Test
    void folderThatIsNotThereIsAMistake() {
        assertThat(Check.problems(temporary.resolve("nowhere")))
                .extracting(ContentProblem::reason)
                .singleElement()
                .asString()
                .contains("there is no folder")
                .contains("nowhere");
    }

    @Test
    void folderWithoutFilesMissesEachOfThem() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        assertThat(Check.problems(empty)).extracting(ContentProblem::file).contains("monsters.json", "skills.json");
    }
}
