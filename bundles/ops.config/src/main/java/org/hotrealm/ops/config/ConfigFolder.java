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
    private final Delivered delivered;
    private final Trials trials;
    private final Map<String, Map<String, Object>> inForce = new HashMap<>();
    private boolean started;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Taken> taken = new TreeMap<>();
    private final Map<String, List<Problem>> problems = new TreeMap<>();
    private final Set<String> passedOver = new HashSet<>();

    /** What tells one state of a component's settings from another; no stamp where there is no file. */
    private record Seen(@Nullable Stamp stamp, @Nullable Described component, Map<String, Placed> delivered) {}

    /** What tells one state of a file from another. */
    record Stamp(long modified, long size, Object inode) {}

    ConfigFolder(Path folder, Schema schema, Variables variables, Delivered delivered, Target admin, Outcome outcome) {
        this.folder = folder;
        this.schema = schema;
        this.variables = variables;
        this.delivered = delivered;
        this.admin = admin;
        judge = new Judge(variables);
        trials = new Trials(outcome);
    }

    /** Applies what changed since the last call: files, and bundles that know other settings. */
    synchronized void scan() {
        trials.look().forEach(this::giveBack);
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(ConfigFile::matches).forEach(file -> files.put(ConfigFile.pid(file), file));
        } catch (IOException unreadable) {
            LOG.warn("Cannot list {}: {}; the configuration stays as it is.", folder, unreadable.getMessage());
            return;
        }
        Map<String, Map<String, Placed>> said = delivered.now();
        Set<String> pids = new TreeSet<>(files.keySet());
        pids.addAll(said.keySet());
        schema.all().stream()
                .filter(each -> !over(each).isEmpty())
                .map(Described::pid)
                .forEach(pids::add);
        pids.forEach(pid -> guardedLook(pid, files.get(pid), said.getOrDefault(pid, Map.of())));
        for (String gone : Set.copyOf(seen.keySet())) {
            if (!pids.contains(gone)) {
                seen.remove(gone);
                remove(gone);
            }
        }
        started = true;
    }

    /** What was in force before is so again; the file stays as it is and is named until it changes. */
    private void giveBack(Trials.Failed failed) {
        String pid = failed.pid();
        Taken refused = taken.get(pid);
        try {
            Map<String, Object> settings = failed.before().settings();
            if (settings == null) {
                admin.delete(pid);
                inForce.remove(pid);
            } else {
                admin.put(pid, settings);
                inForce.put(pid, settings);
            }
        } catch (IOException | RuntimeException away) {
            LOG.error("Cannot give {} the settings back that it had: {}", pid, away.toString());
            return;
        }
        if (failed.before().file() == null) {
            taken.remove(pid);
        } else {
            taken.put(pid, failed.before().file());
        }
        Path file = refused == null ? folder.resolve(pid + ".json") : refused.file();
        Problem problem = new Problem(
                file,
                0,
                0,
                "%s does not take these settings: %s. Those it had before are in force again"
                        .formatted(pid, failed.reason()));
        problems.put(pid, List.of(problem));
        LOG.error("{}; correct the file", problem);
    }

    private void guardedLook(String pid, @Nullable Path file, Map<String, Placed> said) {
        try {
            look(pid, file, said);
        } catch (IOException | RuntimeException failed) {
            LOG.error("Cannot configure {}, what is in force stays: {}", pid, failed.toString());
        }
    }

    private void look(String pid, @Nullable Path file, Map<String, Placed> said) throws IOException {
        Described component = schema.of(pid).orElse(null);
        Seen now = new Seen(file == null ? null : stamp(file), component, said);
        Seen before = seen.put(pid, now);
        if (now.equals(before)) {
            return;
        }
        Map<String, Object> over = component == null ? Map.of() : over(component);
        Taken was = taken.get(pid);
        try {
            Map<String, Placed> values = sound(component, said);
            if (file != null) {
                values.putAll(ConfigFile.read(file));
            }
            Map<String, Object> settings = judged(pid, file, component, values);
            settings.putAll(over);
            put(pid, settings, was);
            problems.remove(pid);
            if (values.isEmpty() && file == null) {
                taken.remove(pid);
            } else {
                taken.put(pid, new Taken(file == null ? folder.resolve(pid + ".json") : file, values));
            }
        } catch (Refused refused) {
            problems.put(pid, refused.problems());
            refused.problems().forEach(each -> LOG.error("Configuration refused, what is in force stays: {}", each));
            if (before == null && !over.isEmpty() && !admin.has(pid)) {
                admin.put(pid, over);
            }
        }
    }

    private void put(String pid, Map<String, Object> settings, @Nullable Taken was) throws IOException {
        if (started) {
            trials.begin(pid, new Trials.Before(inForce.get(pid), was));
        }
        admin.put(pid, settings);
        inForce.put(pid, settings);
    }

    /** What features say, unless it does not fit: that is told, and the operator's file counts without it. */
    private Map<String, Placed> sound(@Nullable Described component, Map<String, Placed> said) {
        try {
            if (component != null) {
                judge.judge(component, said);
            }
            return new LinkedHashMap<>(said);
        } catch (Refused refused) {
            refused.problems().forEach(each -> LOG.error("A feature's settings are passed over: {}", each));
            return new LinkedHashMap<>();
        }
    }

    private Map<String, Object> judged(
            String pid, @Nullable Path file, @Nullable Described component, Map<String, Placed> values) throws Refused {
        Map<String, Object> settings = component == null ? Judge.unjudged(values) : judge.judge(component, values);
        if (component == null && file != null) {
            List<String> known = schema.all().stream().map(Described::pid).toList();
            String nearest = Judge.nearest(pid, known);
            if (!nearest.isEmpty()) {
                LOG.warn("{} configures nothing here: did you mean {}.json?", file, nearest);
            }
        }
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

    static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
                attributes.lastModifiedTime().toMillis(), attributes.size(), String.valueOf(attributes.fileKey()));
    }

    private void remove(String pid) {
        taken.remove(pid);
        problems.remove(pid);
        inForce.remove(pid);
        trials.end(pid);
        try {
            admin.delete(pid);
            LOG.info("Nothing configures {} any more: it goes back to its defaults.", pid);
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
