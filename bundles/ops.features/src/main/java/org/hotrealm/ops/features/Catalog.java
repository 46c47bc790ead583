package org.hotrealm.ops.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The features that this server knows: what it started with, what was changed since, what could be installed. */
final class Catalog {

    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

    private final FeatureReader reader;
    private final Shelf shelf;
    private final Path delivered;
    private final List<Feature> started;

    /**
     * @param startedWith files of the features that the launcher installed
     * @param delivered folder of the features that the server came with
     */
    Catalog(List<Path> startedWith, Path delivered, FeatureReader reader, Shelf shelf) {
        this.reader = reader;
        this.shelf = shelf;
        this.delivered = delivered;
        started = read(startedWith);
    }

    private List<Feature> read(List<Path> files) {
        List<Feature> read = new ArrayList<>();
        for (Path file : files) {
            try {
                read.add(reader.read(file));
            } catch (Refusal e) {
                LOG.warn("A feature is not told among the others: {}", e.getMessage());
            }
        }
        return List.copyOf(read);
    }

    /** The features in force, by name. */
    Map<String, Feature> installed() {
        return with(shelf.active());
    }

    /** The features that would be in force with other changes. */
    Map<String, Feature> with(Shelf.Changes changes) {
        return changes.over(started);
    }

    /** Features that could be installed without a file: delivered, or installed here before. */
    List<Feature> available() {
        Map<String, Feature> all = new TreeMap<>();
        shelf.kept().forEach(each -> all.put(each.label(), each));
        delivered().forEach(each -> all.put(each.label(), each));
        installed().values().forEach(each -> all.remove(each.label()));
        return List.copyOf(all.values());
    }

    private List<Feature> delivered() {
        try (Stream<Path> files = Files.isDirectory(delivered) ? Files.list(delivered) : Stream.empty()) {
            return read(files.filter(each -> each.toString().endsWith(".feature.json"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            LOG.warn("cannot look into {}", delivered, e);
            return List.of();
        }
    }

    /** A feature by its file, or by {@code name/version}, or by its name where there is one version. */
    Feature find(String source) throws Refusal {
        if (source.endsWith(".json")) {
            return reader.read(Path.of(source));
        }
        List<Feature> available = available();
        List<Feature> found = available.stream()
                .filter(each -> each.label().equals(source) || each.name().equals(source))
                .toList();
        Optional<Feature> now = Optional.ofNullable(installed().get(source.split("/", 2)[0]));
        if (found.isEmpty() && now.isPresent()) {
            return now.get();
        }
        if (found.size() != 1) {
            String why = found.isEmpty()
                    ? "no feature %s is known here".formatted(source)
                    : "%s has several versions".formatted(source);
            throw new Refusal("%s; name a file or one of %s"
                    .formatted(why, available.stream().map(Feature::label).toList()));
        }
        return found.getFirst();
    }
}
