package org.hotrealm.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Configuration Admin equal to a folder of JSON files. A file that cannot be read is told once in the log and the
 * configuration that was in force stays. Used by one thread at a time.
 */
final class ConfigFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigFolder.class);

    private final Path folder;
    private final ConfigurationAdmin admin;
    private final Map<Path, Stamp> seen = new HashMap<>();

    /** What tells one state of a file from another. */
    private record Stamp(long modified, long size, Object inode) {}

    ConfigFolder(Path folder, ConfigurationAdmin admin) {
        this.folder = folder;
        this.admin = admin;
    }

    /** Applies what changed since the last call. */
    void scan() {
        Set<Path> present = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(ConfigFile::matches).sorted().toList()) {
                present.add(file);
                applyIfChanged(file);
            }
        } catch (IOException unreadable) {
            LOG.warn("Cannot list {}: {}; the configuration stays as it is.", folder, unreadable.getMessage());
            return;
        }
        for (Path gone : Set.copyOf(seen.keySet())) {
            if (!present.contains(gone)) {
                seen.remove(gone);
                remove(ConfigFile.pid(gone));
            }
        }
    }

    private void applyIfChanged(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Stamp stamp = new Stamp(
                    attributes.lastModifiedTime().toMillis(), attributes.size(), String.valueOf(attributes.fileKey()));
            if (stamp.equals(seen.put(file, stamp))) {
                return;
            }
            apply(ConfigFile.pid(file), ConfigFile.read(file));
        } catch (IOException | InvalidSyntaxException | RuntimeException refused) {
            LOG.error("Configuration refused, the one in force stays: {}", refused.getMessage());
        }
    }

    private void apply(String pid, Dictionary<String, Object> settings) throws IOException, InvalidSyntaxException {
        // The location "?" lets a second version of the bundle beside the first have the same settings.
        int factoryEnd = pid.indexOf('~');
        Configuration configuration = factoryEnd < 0
                ? admin.getConfiguration(pid, "?")
                : admin.getFactoryConfiguration(pid.substring(0, factoryEnd), pid.substring(factoryEnd + 1), "?");
        if (configuration.updateIfDifferent(settings)) {
            LOG.debug("{} is configured from {}", pid, folder);
        }
    }

    private void remove(String pid) {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            if (found != null) {
                for (Configuration configuration : found) {
                    configuration.delete();
                }
                LOG.info("{}.json is gone: {} goes back to its defaults.", pid, pid);
            }
        } catch (IOException | InvalidSyntaxException | RuntimeException failed) {
            LOG.error("Cannot remove the configuration {}: {}", pid, failed.getMessage());
        }
    }
}
