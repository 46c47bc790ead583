package org.hotrealm.ops.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotrealm.ops.config.Setting.Unfit;
import org.jspecify.annotations.Nullable;

/** Which value of each setting counts, and where it comes from: a variable, the file, or the component's default. */
final class Layers {

    private final Variables variables;

    Layers(Variables variables) {
        this.variables = variables;
    }

    /**
     * A setting's value.
     *
     * @param key the setting
     * @param value as JSON has it; secrets are left out
     * @param source where it comes from
     * @param isDefault whether nobody set it
     */
    record Effective(String key, String value, String source, boolean isDefault) {}

    /**
     * What is in force of a component's file and of features.
     *
     * @param file the operator's file, or where it would be
     * @param values what was in them when they were taken over
     */
    record Taken(Path file, Map<String, Placed> values) {
        static final Taken NONE = new Taken(Path.of(""), Map.of());
    }

    /** Every setting of a component, in the order of its description. */
    List<Effective> of(Described component, Taken taken) {
        List<Effective> all = new ArrayList<>();
        for (Setting setting : component.settings().values()) {
            all.add(of(component, setting, taken));
        }
        taken.values().values().stream()
                .filter(each -> !component.settings().containsKey(each.key()))
                .forEach(each -> all.add(fromFile(null, each)));
        return all;
    }

    /** The settings of a file whose component nobody here describes. */
    List<Effective> of(Taken taken) {
        return taken.values().values().stream()
                .map(each -> fromFile(null, each))
                .toList();
    }

    private Effective of(Described component, Setting setting, Taken taken) {
        String key = setting.key();
        Optional<Effective> given = variables
                .shortName(component, key, true)
                .or(() -> variables.over(component, key))
                .flatMap(each -> fromVariable(setting, each));
        if (given.isPresent()) {
            return given.get();
        }
        Placed placed = taken.values().get(key);
        if (placed != null) {
            return fromFile(setting, placed);
        }
        return variables
                .shortName(component, key, false)
                .flatMap(each -> fromVariable(setting, each))
                .orElseGet(() -> byDefault(setting));
    }

    private static Optional<Effective> fromVariable(Setting setting, Variables.Given given) {
        try {
            Object value = Judge.given(setting, given);
            return Optional.of(new Effective(setting.key(), setting.shown(value), "variable " + given.name(), false));
        } catch (Unfit passedOver) {
            return Optional.empty();
        }
    }

    private Effective fromFile(@Nullable Setting setting, Placed placed) {
        Object value = placed.value();
        String source = "%s line %d".formatted(placed.file(), placed.line());
        if (value instanceof String text && Variables.hasPlaceholder(text)) {
            source += ", by " + String.join(", ", Variables.names(text));
            value = parsed(setting, variables.filled(text));
        }
        String shown = setting != null
                ? setting.shown(value)
                : placed.key().toLowerCase(java.util.Locale.ROOT).contains("password") ? "(secret)" : Shown.of(value);
        return new Effective(placed.key(), shown, source, false);
    }

    private static Object parsed(@Nullable Setting setting, String text) {
        try {
            return setting == null ? text : setting.parse(text);
        } catch (Unfit refusedBefore) {
            return text;
        }
    }

    private static Effective byDefault(Setting setting) {
        return new Effective(setting.key(), defaultOf(setting), "default", true);
    }

    /** A default as JSON has it. */
    static String defaultOf(Setting setting) {
        if (!setting.many() && setting.byDefault().isEmpty()) {
            return "";
        }
        String text = String.join(",", setting.byDefault());
        try {
            return setting.type() == Setting.Type.SECRET && text.isEmpty()
                    ? "\"\""
                    : setting.shown(setting.parse(text));
        } catch (Unfit outside) {
            return text;
        }
    }
}
