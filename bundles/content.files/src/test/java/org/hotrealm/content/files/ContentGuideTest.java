package org.hotrealm.content.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ZoneMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Follows docs/CONTENT_GUIDE.md as a reader would: copies its examples into the shipped files, one after the other. */
class ContentGuideTest {

    private static final Path GUIDE = Path.of("../../docs/CONTENT_GUIDE.md");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** An example: its file, where in the file it goes (nothing for the whole), and its text. */
    private record Example(String file, String place, String text) {}

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheShippedContent() throws IOException {
        try (Stream<Path> files = Files.walk(SampleFolder.SHIPPED)) {
            files.forEach(this::copy);
        }
    }

    private void copy(Path file) {
        Path target = folder.resolve(SampleFolder.SHIPPED.relativize(file).toString());
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Example> examples() throws IOException {
        return Pattern.compile("```json (\\S+) ?(\\S*)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(block -> new Example(block.group(1), block.group(2), block.group(3)))
                .toList();
    }

    private void apply(Example example) throws IOException {
        Path file = folder.resolve(example.file());
        if (example.place().isEmpty()) {
            Files.writeString(file, example.text());
            return;
        }
        JsonNode root = MAPPER.readTree(Files.readString(file));
        if (example.place().startsWith("/")) {
            insert(root.at(example.place().equals("/") ? "" : example.place()), example.text());
        } else {
            layer(root, example.place()).add(MAPPER.readTree(example.text()));
        }
        Files.writeString(file, MAPPER.writeValueAsString(root));
    }

    private static void insert(JsonNode place, String text) {
        if (place instanceof ArrayNode array) {
            array.addAll((ArrayNode) MAPPER.readTree(text));
        } else {
            ((ObjectNode) place).setAll((ObjectNode) MAPPER.readTree("{" + text + "}"));
        }
    }

    private static ArrayNode layer(JsonNode map, String name) {
        for (JsonNode layer : map.get("layers")) {
            if (layer.get("name").stringValue().equals(name)) {
                return (ArrayNode) layer.get("objects");
            }
        }
        throw new AssertionError("no layer " + name);
    }

    @Test
    void everyStepOfTheGuideLeavesValidContent() throws IOException {
        List<Example> examples = examples();
        assertThat(examples).hasSize(9);
        for (Example example : examples) {
            apply(example);
            assertThat(Check.problems(folder))
                    .as("after %s %s", example.file(), example.place())
                    .isEmpty();
        }
        ContentSet content =
                new ContentReader().read(new Folder(folder).read().files(), 1).content();
        assertThat(content.monster("bandit").skills()).containsExactly("stab", "thunder_clap");
        assertThat(content.monster("bandit").attributes().get("mana"))
                .isGreaterThanOrEqualTo(content.skill("thunder_clap").cost());
        assertThat(content.monster("bandit").loot()).isEqualTo("bandit");
        assertThat(content.skill("thunder_clap").radius()).isEqualTo(3);
        assertThat(content.item("bandit_mask").attributes()).containsEntry("power", 2.0);
        assertThat(content.zones().get("meadow").spawns())
                .anySatisfy(spawn -> assertThat(spawn.monster()).isEqualTo("bandit"));
        ZoneMap cellar = content.zones().get(content.realm().zone());
        assertThat(cellar.name()).isEqualTo("cellar");
        assertThat(cellar.paths().get("round"))
                .extracting(ZoneMap.Waypoint::waitMillis)
                .containsExactly(-1, 4000, -1);
        assertThat(cellar.blocked(4, 3)).isTrue();
    }

    @Test
    void theMistakeThatTheGuideShowsIsToldAsItSays() throws IOException {
        String shown = Pattern.compile("^monsters\\.json:\\d+ (.*)$", Pattern.MULTILINE)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(line -> line.group(1))
                .findFirst()
                .orElseThrow();
        Path monsters = folder.resolve("monsters.json");
        Files.writeString(monsters, Files.readString(monsters).replaceFirst("\"stab\"", "\"stabb\""));
        List<ContentProblem> problems = Check.problems(folder);
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().path() + ": " + problems.getFirst().reason())
                .isEqualTo(shown);
    }
}
