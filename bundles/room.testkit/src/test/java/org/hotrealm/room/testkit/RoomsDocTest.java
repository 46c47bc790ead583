package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of docs/ROOMS.md are the marked parts of these tests, word for word. */
class RoomsDocTest {

    private static final Path DOC = Path.of("../../docs/ROOMS.md");
    private static final Path SOURCES = Path.of("src/test/java/org/hotrealm/room/testkit");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- example: (\\S+) -->\\n```java\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("^( *)// example: (\\S+)\\n(.*?)^ *// end$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void everyExampleInTheDocumentIsOneThatATestRuns() throws IOException {
        Map<String, String> regions = regions();
        Map<String, String> snippets = new LinkedHashMap<>();
        Matcher found = SNIPPET.matcher(Files.readString(DOC));
        while (found.find()) {
            snippets.put(found.group(1), found.group(2));
        }

        assertThat(snippets.keySet()).isEqualTo(regions.keySet());
        snippets.forEach((name, text) ->
                assertThat(text).as("example '%s' in %s", name, DOC).isEqualTo(regions.get(name)));
    }

    private static Map<String, String> regions() throws IOException {
        Map<String, String> regions = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(SOURCES)) {
            files = new ArrayList<>(all.filter(file -> !file.endsWith("RoomsDocTest.java"))
                    .sorted()
                    .toList());
        }
        for (Path file : files) {
            Matcher region = REGION.matcher(Files.readString(file));
            while (region.find()) {
                regions.put(region.group(2), outdented(region.group(3), region.group(1)));
            }
        }
        return regions;
    }

    private static String outdented(String text, String indent) {
        return text.stripTrailing()
                .lines()
                .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }
}
