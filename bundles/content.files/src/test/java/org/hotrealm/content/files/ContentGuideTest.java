package org.hotrealm.content.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.hotrealm.content.api.ContentSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/CONTENT.md as a reader would: copies its examples into the files. */
class ContentGuideTest {

    private static final Path GUIDE = Path.of("../../docs/CONTENT.md");

    @TempDir
    Path temp;

    @Test
    void everyExampleOfTheGuideIsValidContent() throws IOException {
        SampleFolder folder = new SampleFolder(temp);
        List<String> examples = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(examples).hasSize(3);
        folder.replace("monsters.json", "\"monsters\": {", "\"monsters\": {" + examples.get(0) + ",");
        folder.replace("skills.json", "\"skills\": {", "\"skills\": {" + examples.get(1) + ",");
        folder.replace("loot.json", "\"tables\": {", "\"tables\": {" + examples.get(2) + ",");
        ContentReader.Result result = folder.read();
        assertThat(result.problems()).isEmpty();
        ContentSet content = result.content();
        assertThat(content.monster("bandit").skills()).containsExactly("stab");
        assertThat(content.skill("thunder_clap").radius()).isEqualTo(3);
        assertThat(content.tables()).containsKey("bandit");
    }
}
