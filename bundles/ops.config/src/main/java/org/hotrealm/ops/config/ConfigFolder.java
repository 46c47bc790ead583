package org.hotrealm.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hotrealm.ops.config.ConfigFile.Refused;
import org.hotrealm.ops.config.Layers.Taken;
import org.hotrealm.ops.config.Trials.Before;
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
    private final Sources sources;
    private final Layers layers;
    private final LastGood lastGood;
    private final Target admin;
    private final Delivered delivered;
    private final Outcome outcome;
    private final Trials trials;
    /** They failed, and have been given other settings since. */
    private final Set<String> retries = new TreeSet<>();

    private final Map<String, Map<String, Object>> inForce = new HashMap<>();
    private boolean started;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Taken> taken = new TreeMap<>();
    private final Map<String, Refusal> refusals = new TreeMap<>();
    private Set<String> filesBefore = Set.of();

    /** What tells one state of a component's settings from another; no stamp where there is no file. */
    private record Seen(@Nullable Stamp stamp, @Nullable Described component, Map<String, Placed> delivered) {}

    ConfigFolder(
            Path folder,
            Schema schema,
            Variables variables,
            Delivered delivered,
            LastGood lastGood,
            Target admin,
            Outcome outcome) {
        this.folder = folder;
        this.schema = schema;
        this.lastGood = lastGood;
        sources = new Sources(folder, schema, variables, lastGood);
        layers = new Layers(variables);
        this.delivered = delivered;
        this.admin = admin;
        this.outcome = outcome;
        trials = new Trials(outcome);
    }

    /** Applies what changed since the last call: files, and bundles that know other settings. */
    synchronized void scan() {
        retries.forEach(outcome::retry);
        retries.clear();
        trials.look().forEach(this::became);
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
                .filter(each -> !sources.over(each).isEmpty())
                .map(Described::pid)
                .forEach(pids::add);
        pids.forEach(pid -> guardedLook(pid, files.get(pid), said.getOrDefault(pid, Map.of())));
        for (String gone : Set.copyOf(seen.keySet())) {
            if (!pids.contains(gone)) {
                seen.remove(gone);
                remove(gone);
            }
        }
        if (!started || !files.keySet().equals(filesBefore)) {
            filesBefore = Set.copyOf(files.keySet());
            lastGood.only(filesBefore);
        }
        started = true;
    }

    private void became(Trials.Became it) {
        String pid = it.pid();
        Path file = sources.file(pid);
        Seen its = seen.get(pid);
        if (it.fate() == Trials.Fate.FAILED) {
            Before before = it.before() != null || its == null || its.stamp == null
                    ? it.before()
                    : sources.lastRun(pid, its.component, its.delivered);
            if (before == null) {
                tell(pid, why(pid, it.reason(), "nothing is put in their place; a correction is tried at once"));
            } else {
                giveBack(pid, before, it.reason());
            }
        } else {
            refusals.computeIfPresent(pid, (any, why) -> why.kind() == Refusal.Kind.FAILED ? null : why);
            Stamp stamp = its == null ? null : its.stamp;
            if (stamp != null && stamp.holds(file) && !refusals.containsKey(pid)) {
                lastGood.keep(file);
            }
        }
    }

    /** What was in force before is so again; the file stays as it is and is named until it changes. */
    private void giveBack(String pid, Before before, String reason) {
        Refusal why = why(pid, reason, instead(pid, before.file()));
        try {
            force(pid, before);
        } catch (IOException | RuntimeException away) {
            LOG.error("Cannot give {} the settings back that it had: {}", pid, away.toString());
            return;
        }
        trials.end(pid);
        retries.add(pid);
        tell(pid, why);
    }

    private String instead(String pid, @Nullable Taken file) {
        return file == null || file.file().equals(sources.file(pid))
                ? "those it had before are in force until the file is corrected"
                : "the last file that worked is in force until it is corrected, " + file.file();
    }

    private Refusal why(String pid, String reason, String instead) {
        Taken given = taken.getOrDefault(pid, Taken.NONE);
        List<Layers.Effective> settings =
                schema.of(pid).map(component -> layers.of(component, given)).orElseGet(() -> layers.of(given));
        return Refusal.failed(pid, sources.file(pid), given, settings, reason, instead);
    }

    private void tell(String pid, Refusal why) {
        refusals.put(pid, why);
        why.texts().forEach(each -> LOG.error("Settings refused: {}", each));
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
        Seen now = new Seen(file == null ? null : Stamp.of(file), component, said);
        Seen before = seen.put(pid, now);
        if (now.equals(before)) {
            return;
        }
        Taken was = taken.get(pid);
        try {
            put(pid, sources.all(pid, file, component, said), was);
            refusals.remove(pid);
        } catch (Refused refused) {
            Refusal why = before == null && !admin.has(pid)
                    ? without(pid, now, refused.problems())
                    : Refusal.mistakes(refused.problems());
            tell(pid, why);
        }
    }

    /** A component that has nothing yet gets what the last file that worked says, or what variables say. */
    private Refusal without(String pid, Seen its, List<Problem> problems) throws IOException {
        Before worked = sources.lastRun(pid, its.component, its.delivered);
        if (worked != null && worked.file() != null) {
            force(pid, worked);
            return new Refusal(Refusal.Kind.MISTAKES, problems, instead(pid, worked.file()));
        }
        Map<String, Object> over = sources.over(its.component);
        if (!over.isEmpty()) {
            admin.put(pid, over);
        }
        return started || its.component == null ? Refusal.mistakes(problems) : Refusal.atStart(problems);
    }

    private void put(String pid, Before all, @Nullable Taken was) throws IOException {
        if (outcome.refusal(pid).isPresent()) {
            retries.add(pid);
        }
        if (started) {
            trials.begin(pid, new Before(inForce.get(pid), was));
        } else {
            trials.begin(pid);
        }
        force(pid, all);
    }

    /** No settings are the defaults. */
    private void force(String pid, Before all) throws IOException {
        Map<String, Object> settings = all.settings();
        if (settings == null) {
            admin.delete(pid);
            inForce.remove(pid);
        } else {
            admin.put(pid, settings);
            inForce.put(pid, settings);
        }
        if (all.file() == null) {
            taken.remove(pid);
        } else {
            taken.put(pid, all.file());
        }
    }

    private void remove(String pid) {
        taken.remove(pid);
        refusals.remove(pid);
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

    /** What is not in force. */
    synchronized List<Refusal> refusals() {
        return List.copyOf(refusals.values());
    }
}
