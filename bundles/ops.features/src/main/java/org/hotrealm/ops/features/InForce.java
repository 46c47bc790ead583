package org.hotrealm.ops.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What features that were changed at runtime say of their components' settings, a file each in the OSGi feature format, for
 * {@code ops.config} to read, also at the next start before this bundle is there. A feature that is out says nothing in its file.
 */
final class InForce {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Runnable look;

    /** @param look has the files noticed at once */
    InForce(Path folder, Runnable look) {
        this.folder = folder;
        this.look = look;
    }

    /** Has these changes of the features hold, and no others. */
    void put(Shelf.Changes changes) throws IOException {
        Set<Path> written = new HashSet<>();
        for (Feature each : changes.installed()) {
            written.add(write(each.name(), each.version(), each.configurations()));
        }
        for (String each : changes.removed()) {
            written.add(write(each, "0", Map.of()));
        }
        for (Path file : files()) {
            if (!written.contains(file)) {
                Files.delete(file);
            }
        }
        look.run();
    }

    private Path write(String name, String version, Map<String, Map<String, Object>> configurations)
            throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("id", "in-force:%s:%s".formatted(name, version));
        feature.put("configurations", configurations);
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(feature);
        Path file = folder.resolve(name + ".json");
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Shelf.move(Files.writeString(folder.resolve(name + ".new"), text), file);
        }
        return file;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(each -> each.toString().endsWith(".json")).toList();
        }
    }
}
