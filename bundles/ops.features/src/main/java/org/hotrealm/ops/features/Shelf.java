package org.hotrealm.ops.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was changed of the features that the server starts with, and every feature that was ever installed here. The list of
 * changes is replaced as a whole.
 */
final class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    /**
     * Changes of the features that the server starts with.
     *
     * @param installed features added, or in the place of one of the same name
     * @param removed names of those that are out
     */
    record Changes(List<Feature> installed, List<String> removed) {

        static final Changes NONE = new Changes(List.of(), List.of());

        Changes {
            installed = List.copyOf(installed);
            removed = List.copyOf(removed);
        }

        Changes with(Feature feature) {
            List<Feature> others = new ArrayList<>(installed);
            others.removeIf(each -> each.name().equals(feature.name()));
            others.add(feature);
            return new Changes(
                    others,
                    removed.stream()
                            .filter(each -> !each.equals(feature.name()))
                            .toList());
        }

        Changes without(String name) {
            return new Changes(
                    installed.stream().filter(each -> !each.name().equals(name)).toList(),
                    Stream.concat(removed.stream(), Stream.of(name)).distinct().toList());
        }

        /** The features in force, by name. */
        Map<String, Feature> over(List<Feature> started) {
            Map<String, Feature> all = new TreeMap<>();
            started.forEach(each -> all.put(each.name(), each));
            removed.forEach(all::remove);
            installed.forEach(each -> all.put(each.name(), each));
            return all;
        }
    }

    Changes active() {
        return read("active").orElse(Changes.NONE);
    }

    /** What a swap under way, or one that a killed server had under way, makes of it. */
    Optional<Changes> next() {
        return read("next");
    }

    private Optional<Changes> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Changes.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            LOG.error("{} cannot be read; the features that the server starts with are told instead", file, e);
            return Optional.empty();
        }
    }

    /** Before a swap: what is in force once it is done. */
    void prepare(Changes changes) throws IOException {
        write("next", JSON.writeValueAsString(changes));
    }

    /** After a swap: it is done, or it is not. */
    void settle(boolean done) throws IOException {
        Path next = folder.resolve("next");
        if (done && Files.exists(next)) {
            move(next, folder.resolve("active"));
        } else {
            Files.deleteIfExists(next);
        }
    }

    /** Remembers a feature, to be found by name and version later. */
    void keep(Feature feature) throws IOException {
        write(feature.name() + "-" + feature.version() + ".json", JSON.writeValueAsString(feature));
    }

    /** Features that were installed here at some time. */
    List<Feature> kept() {
        List<Feature> kept = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                kept.add(JSON.readValue(Files.readString(file), Feature.class));
            }
        } catch (IOException | UncheckedIOException | JacksonException e) {
            LOG.warn("features kept in {} cannot be read", folder, e);
        }
        return kept;
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path next = Files.writeString(folder.resolve(name + ".new"), text);
        move(next, folder.resolve(name));
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
