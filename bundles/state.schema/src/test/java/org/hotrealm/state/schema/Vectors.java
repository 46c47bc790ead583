package org.hotrealm.state.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recordings of the reference server's state bytes in the test resources. */
final class Vectors {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Vectors() {}

    static List<JsonNode> all() {
        Path folder = Path.of("src/test/resources/vectors");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(MAPPER::readTree)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
