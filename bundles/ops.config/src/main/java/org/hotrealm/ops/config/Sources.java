package org.hotrealm.ops.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.ops.config.ConfigFile.Refused;
import org.hotrealm.ops.config.Layers.Taken;
import org.hotrealm.ops.config.Trials.Before;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that is said about a component's settings, judged and put together: features, the operator's file, variables. */
final class Sources {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private final Path folder;
    private final Schema schema;
    private final Judge judge;
    private final Overrides overrides;
    private final LastGood lastGood;

    Sources(Path folder, Schema schema, Variables variables, LastGood lastGood) {
        this.folder = folder;
        this.schema = schema;
        this.lastGood = lastGood;
        judge = new Judge(variables);
        overrides = new Overrides(variables);
    }

    /** Where an operator writes a component's settings. */
    Path file(String pid) {
        return folder.resolve(pid + ".json");
    }

    /** What variables say alone. */
    Map<String, Object> over(@Nullable Described component) {
        return component == null ? Map.of() : overrides.of(component);
    }

    /**
     * All of it.
     *
     * @param file the operator's, or null
     * @param component null where no bundle here describes it
     * @param said by features
     * @throws Refused for mistakes in the file
     */
    Before all(String pid, @Nullable Path file, @Nullable Described component, Map<String, Placed> said)
            throws Refused {
        Map<String, Placed> values = sound(component, said);
        if (file != null) {
            values.putAll(ConfigFile.read(file));
        }
        if (component == null && file != null) {
            hint(pid, file);
        }
        Map<String, Object> settings = component == null ? Judge.unjudged(values) : judge.judge(component, values);
        settings.putAll(over(component));
        boolean nothing = values.isEmpty() && file == null;
        return new Before(settings, nothing ? null : new Taken(file == null ? file(pid) : file, values));
    }

    /** The same with the file that worked when the server ran the last time; null where there is none, or it says the same. */
    @Nullable
    Before lastRun(String pid, @Nullable Described component, Map<String, Placed> said) {
        Path copy = lastGood.other(file(pid)).orElse(null);
        try {
            return copy == null ? null : all(pid, copy, component, said);
        } catch (Refused refused) {
            LOG.warn("{} is of no use any more: {}", copy, refused.problems());
            return null;
        }
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

    private void hint(String pid, Path file) {
        List<String> known = schema.all().stream().map(Described::pid).toList();
        String nearest = Judge.nearest(pid, known);
        if (!nearest.isEmpty()) {
            LOG.warn("{} configures nothing here: did you mean {}.json?", file, nearest);
        }
    }
}
