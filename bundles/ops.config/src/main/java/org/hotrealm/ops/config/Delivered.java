package org.hotrealm.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hotrealm.ops.config.ConfigFile.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What features say of their components' settings: a layer beneath the operator's files. Those that the launcher installed, and
 * over them those that changed since, of which {@code ops.features} keeps a file each.
 */
final class Delivered {

    private static final Logger LOG = LoggerFactory.getLogger(Delivered.class);

    private final List<Path> launched;
    private final Path changed;
    private final Map<Path, Read> read = new HashMap<>();

    /** A feature's file as it was read. */
    private record Read(Stamp stamp, ConfigFile.FeatureSettings settings) {}

    /**
     * @param launched files of the features that the server starts with
     * @param changed folder with a file for each feature that was changed at runtime; one that is out says nothing in it
     */
    Delivered(List<Path> launched, Path changed) {
        this.launched = List.copyOf(launched);
        this.changed = changed;
    }

    /** The values by PID and key, as of now. */
    Map<String, Map<String, Placed>> now() {
        Map<String, ConfigFile.FeatureSettings> byName = new TreeMap<>();
        List<Path> files = new ArrayList<>(launched);
        try (Stream<Path> all = Files.isDirectory(changed) ? Files.list(changed) : Stream.empty()) {
            all.filter(each -> each.toString().endsWith(".json")).sorted().forEach(files::add);
        } catch (IOException unreadable) {
            LOG.warn("Cannot list {}: {}", changed, unreadable.getMessage());
        }
        for (Path file : files) {
            ConfigFile.FeatureSettings settings = read(file);
            byName.put(settings.name(), settings);
        }
        Map<String, Map<String, Placed>> values = new TreeMap<>();
        byName.values()
                .forEach(each -> each.byPid()
                        .forEach((pid, its) -> values.computeIfAbsent(pid, none -> new LinkedHashMap<>())
                                .putAll(its)));
        return values;
    }

    private ConfigFile.FeatureSettings read(Path file) {
        try {
            Stamp stamp = Stamp.of(file);
            Read before = read.get(file);
            if (before == null || !before.stamp.equals(stamp)) {
                before = new Read(stamp, settings(file));
                read.put(file, before);
            }
            return before.settings;
        } catch (IOException gone) {
            return ConfigFile.FeatureSettings.NONE;
        }
    }

    private static ConfigFile.FeatureSettings settings(Path file) {
        try {
            return ConfigFile.feature(file);
        } catch (Refused refused) {
            refused.problems().forEach(each -> LOG.error("A feature's settings are passed over: {}", each));
            return ConfigFile.FeatureSettings.NONE;
        }
    }
}
