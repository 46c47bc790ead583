package org.hotrealm.ops.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hotrealm.ops.config.Setting.Type;
import org.hotrealm.ops.config.Setting.Unfit;

/** Holds a file against what its component knows: every mistake in it, each with its place. */
final class Judge {

    /** What every component may be given besides: how its services rank and which services it uses. */
    private static final Predicate<String> ALWAYS =
            key -> key.equals("service.ranking") || key.endsWith(".target") || key.endsWith(".cardinality.minimum");

    private final Variables variables;

    Judge(Variables variables) {
        this.variables = variables;
    }

    /**
     * Values in the types of the component.
     *
     * @throws ConfigFile.Refused with each mistake, in the file's order
     */
    Map<String, Object> judge(Described component, Map<String, Placed> values) throws ConfigFile.Refused {
        Map<String, Object> settings = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Placed each : values.values()) {
            Setting setting = component.settings().get(each.key());
            if (setting == null && ALWAYS.test(each.key())) {
                settings.put(each.key(), plain(each.value()));
            } else if (setting == null) {
                problems.add(problem(each, unknown(component, each.key())));
            } else {
                try {
                    settings.put(each.key(), value(setting, each));
                } catch (Unfit unfit) {
                    problems.add(problem(each, "%s is %s".formatted(each.key(), unfit.getMessage())));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigFile.Refused(problems);
        }
        return settings;
    }

    private static Problem problem(Placed at, String reason) {
        return new Problem(at.file(), at.line(), at.column(), reason);
    }

    /** Placeholders are judged by what they come to, and handed on as they are: Configuration Admin fills them. */
    private Object value(Setting setting, Placed each) throws Unfit {
        if (!Variables.hasPlaceholder(each.value())) {
            return setting.check(each.value());
        }
        String text = (String) each.value();
        String filled = variables.filled(text);
        try {
            setting.parse(filled);
        } catch (Unfit unfit) {
            throw new Unfit("%s by %s".formatted(unfit.getMessage(), text));
        }
        return text;
    }

    /** The values of a file that no component here knows, as the file has them. */
    static Map<String, Object> unjudged(Map<String, Placed> values) {
        Map<String, Object> settings = new LinkedHashMap<>();
        values.forEach((key, each) -> settings.put(key, plain(each.value())));
        return settings;
    }

    /** As Configuration Admin takes it: lists as arrays of one type. */
    private static Object plain(Object value) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        if (!list.isEmpty() && list.stream().allMatch(Long.class::isInstance)) {
            return list.toArray(Long[]::new);
        }
        if (!list.isEmpty() && list.stream().allMatch(Double.class::isInstance)) {
            return list.toArray(Double[]::new);
        }
        if (!list.isEmpty() && list.stream().allMatch(Boolean.class::isInstance)) {
            return list.toArray(Boolean[]::new);
        }
        return list.stream().map(String::valueOf).toArray(String[]::new);
    }

    private static String unknown(Described component, String key) {
        Collection<String> known = component.settings().keySet();
        String nearest = nearest(key, known);
        String rest = nearest.isEmpty()
                ? "there are " + known.stream().sorted().collect(Collectors.joining(", "))
                : "did you mean '%s'?".formatted(nearest);
        return "there is no setting '%s' in %s: %s".formatted(key, component.pid(), rest);
    }

    /** The name that the wrong one was probably meant to be; the empty string where none is near. */
    static String nearest(String wrong, Collection<String> known) {
        String best = "";
        int least = Math.max(2, wrong.length() / 3) + 1;
        for (String name : known.stream().sorted().toList()) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    /** How many letters to add, drop or change. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /** The value of a variable in the setting's type; throws where it does not fit. */
    static Object given(Setting setting, Variables.Given given) throws Unfit {
        try {
            return setting.parse(given.text());
        } catch (Unfit unfit) {
            String where = setting.type() == Type.SECRET ? "not what is needed" : String.valueOf(unfit.getMessage());
            throw new Unfit("the variable %s is %s; it is passed over".formatted(given.name(), where));
        }
    }
}
