package org.hotrealm.ops.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Framework properties, then environment variables, and what settings take from them. */
final class Variables {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\[(env|prop):([^;\\]]+)((?:;[^;\\]]*)*)]");
    private static final Pattern DEFAULT = Pattern.compile(";\\s*default=([^;]*)");

    /** Short names of long standing, which components look at by themselves. */
    private static final List<Short> SHORT = List.of(
            new Short("PORT", "org.hotrealm.net.transport", "port", true, 1),
            new Short("PUBLIC_ADDRESS", "org.hotrealm.room.engine.RoomEngine", "public.address", false, 1),
            new Short(
                    "COLYSEUS_SEAT_RESERVATION_TIME",
                    "org.hotrealm.room.engine.RoomEngine",
                    "seat.millis",
                    false,
                    1000));

    /** The variables of settings, by PID and key: they are asked for twice a second. */
    private final Map<String, String> names = new ConcurrentHashMap<>();

    private final Function<String, @Nullable String> property;
    private final Function<String, @Nullable String> environment;

    Variables(Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
        this.property = property;
        this.environment = environment;
    }

    /**
     * A variable that sets one setting.
     *
     * @param name its name
     * @param pid the component
     * @param key the setting
     * @param first whether it counts more than a file
     * @param factor what a number is multiplied by
     */
    private record Short(String name, String pid, String key, boolean first, int factor) {}

    /**
     * What a variable says about a setting.
     *
     * @param name the variable
     * @param text its value
     */
    record Given(String name, String text) {}

    /** The variable of a setting, where it is given; it counts more than a file. */
    Optional<Given> over(Described component, String key) {
        return component.several() ? Optional.empty() : given(name(component, key), 1);
    }

    private String name(Described component, String key) {
        return names.computeIfAbsent(component.pid() + ' ' + key, _ -> component.variable(key));
    }

    /** A short name that counts more than everything, or only where nothing else sets the setting. */
    Optional<Given> shortName(Described component, String key, boolean first) {
        return SHORT.stream()
                .filter(each -> each.pid.equals(component.pid()) && each.key.equals(key) && each.first == first)
                .findFirst()
                .flatMap(each -> given(each.name, each.factor));
    }

    private Optional<Given> given(String name, int factor) {
        String value = find(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Given(name, factor == 1 ? value : times(value, factor)));
    }

    private static String times(String value, int factor) {
        try {
            return Long.toString(Long.parseLong(value.strip()) * factor);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private @Nullable String find(String name) {
        String value = property.apply(name);
        return value != null ? value : environment.apply(name);
    }

    static boolean hasPlaceholder(Object value) {
        return value instanceof String text && PLACEHOLDER.matcher(text).find();
    }

    /** The names in a text with placeholders, such as {@code OPERATOR_PORT}. */
    static List<String> names(String text) {
        return PLACEHOLDER.matcher(text).results().map(each -> each.group(2)).toList();
    }

    /** A text with its placeholders replaced; one without a value and without a default stays as it is. */
    String filled(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(
                each -> Matcher.quoteReplacement(value(each.group(), each.group(1), each.group(2), each.group(3))));
    }

    private String value(String whole, String kind, String name, String directives) {
        String value = kind.equals("env") ? environment.apply(name) : property.apply(name);
        if (value != null) {
            return value;
        }
        Matcher otherwise = DEFAULT.matcher(directives);
        return otherwise.find() ? otherwise.group(1) : whole;
    }
}
