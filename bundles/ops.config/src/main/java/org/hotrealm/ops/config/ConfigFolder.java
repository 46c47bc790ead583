package org.hotrealm.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hotrealm.ops.config.ConfigFile.Refused;
import org.hotrealm.ops.config.Layers.Taken;
import org.hotrealm.ops.config.Setting.Unfit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Configuration Admin equal to a folder of JSON files with the variables upon them. A file with a mistake is told in the
 * log once, a line for each mistake, and what was in force stays. Any thread.
 */
final class ConfigFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigFolder.class);

    private final Path folder;
    private final Schema schema;
    private final Variables variables;
    private final Judge judge;
    private final Target admin;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Taken> taken = new TreeMap<>();
    private final Map<String, List<Problem>> problems = new TreeMap<>();
    private final Set<String> passedOver = new HashSet<>();

    /** What tells one state of a component's settings from another; no stamp where there is no file. */
    private record Seen(@Nullable Stamp stamp, @Nullable Described component) {}

    /** What tells one state of a file from another. */
    private record Stamp(long modified, long size, Object inode) {}

    ConfigFolder(Path folder, Schema schema, Variables variables, Target admin) {
        this.folder = folder;
        this.schema = schema;
        this.variables = variables;
        this.admin = admin;
        judge = new Judge(variables);
    }

    /** Applies what changed since the last call: files, and bundles that know other settings. */
    synchronized void scan() {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(ConfigFile::matches).forEach(file -> files.put(ConfigFile.pid(file), file));
        } catch (IOException unreadable) {
            LOG.warn("Cannot list {}: {}; the configuration stays as it is.", folder, unreadable.getMessage());
            return;
        }
        Set<String> pids = new TreeSet<>(files.keySet());
        schema.all().stream()
                .filter(each -> !over(each).isEmpty())
                .map(Described::pid)
                .forEach(pids::add);
        pids.forEach(pid -> guardedLook(pid, files.get(pid)));
        for (String gone : Set.copyOf(seen.keySet())) {
            if (!pids.contains(gone)) {
                seen.remove(gone);
                remove(gone);
            }
        }
    }

    private void guardedLook(String pid, @Nullable Path file) {
        try {
            look(pid, file);
        } catch (IOException | RuntimeException failed) {
            LOG.error("Cannot configure {}, what is in force stays: {}", pid, failed.toString());
        }
    }

    private void look(String pid, @Nullable Path file) throws IOException {
        Described component = schema.of(pid).orElse(null);
        Seen now = new Seen(file == null ? null : stamp(file), component);
        Seen before = seen.put(pid, now);
        if (now.equals(before)) {
            return;
        }
        Map<String, Object> over = component == null ? Map.of() : over(component);
        try {
            Map<String, Object> settings = file == null ? new LinkedHashMap<>() : read(pid, file, component);
            settings.putAll(over);
            admin.put(pid, settings);
            problems.remove(pid);
            if (file == null) {
                taken.remove(pid);
            }
        } catch (Refused refused) {
            problems.put(pid, refused.problems());
            refused.problems().forEach(each -> LOG.error("Configuration refused, what is in force stays: {}", each));
            if (before == null && !over.isEmpty() && !admin.has(pid)) {
                admin.put(pid, over);
            }
        }
    }

    private Map<String, Object> read(String pid, Path file, @Nullable Described component) throws Refused {
        Map<String, Placed> values = ConfigFile.read(file);
        Map<String, Object> settings =
                component == null ? Judge.unjudged(values) : judge.judge(file, component, values);
        if (component == null) {
            List<String> known = schema.all().stream().map(Described::pid).toList();
            String nearest = Judge.nearest(pid, known);
            if (!nearest.isEmpty()) {
                LOG.warn("{} configures nothing here: did you mean {}.json?", file, nearest);
            }
        }
        taken.put(pid, new Taken(file, values));
        return settings;
    }

    /** What variables say, in the component's types; what does not fit is told once. */
    private Map<String, Object> over(Described component) {
        Map<String, Object> over = new LinkedHashMap<>();
        for (Setting setting : component.settings().values()) {
            Optional<Variables.Given> given = variables.over(component, setting.key());
            try {
                if (given.isPresent()) {
                    over.put(setting.key(), Judge.given(setting, given.get()));
                }
            } catch (Unfit unfit) {
                if (passedOver.add(given.get().name())) {
                    LOG.error("{} of {}: {}", setting.key(), component.pid(), unfit.getMessage());
                }
            }
        }
        return over;
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
                attributes.lastModifiedTime().toMillis(), attributes.size(), String.valueOf(attributes.fileKey()));
    }

    private void remove(String pid) {
        taken.remove(pid);
        problems.remove(pid);
        try {
            admin.delete(pid);
            LOG.info("{}.json is gone: {} goes back to its defaults.", pid, pid);
        } catch (IOException | RuntimeException failed) {
            LOG.error("Cannot remove the configuration {}: {}", pid, failed.getMessage());
        }
    }

    /** The files in force by PID. */
    synchronized Map<String, Taken> taken() {
        return new TreeMap<>(taken);
    }

    /** The mistakes of files that are refused. */
    synchronized List<Problem> problems() {
        return problems.values().stream().flatMap(List::stream).toList();
    }
}
