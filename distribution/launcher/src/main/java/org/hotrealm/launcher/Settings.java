package org.hotrealm.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher needs to know. A key such as {@code start.timeout} is looked up as the system property
 * {@code hotrealm.start.timeout}, as the environment variable {@code HOTREALM_START_TIMEOUT} and in
 * {@code config/hotrealm.properties}, in this order.
 *
 * @param home the distribution's folder
 * @param config folder of the configuration files
 * @param data folder that the server writes to
 * @param logs folder of the log files
 * @param logFormat {@code text} or {@code json}
 * @param deploy folder in which a dropped bundle is swapped in
 * @param features the features to install, by name or path
 * @param startTimeout how long the server may take until it serves players
 * @param drainTimeout how long rooms may take to close when the server is asked to stop
 * @param frameworkProperties properties handed to the framework as they are
 */
record Settings(
        Path home,
        Path config,
        Path data,
        Path logs,
        String logFormat,
        Path deploy,
        List<String> features,
        Duration startTimeout,
        Duration drainTimeout,
        Map<String, String> frameworkProperties) {

    private static final String FRAMEWORK_PREFIX = "framework.";

    Settings {
        features = List.copyOf(features);
        frameworkProperties = Map.copyOf(frameworkProperties);
    }

    /** Reads the settings of the distribution at {@code home}, with features named on the command line added. */
    static Settings read(Path home, List<String> moreFeatures, Map<String, String> env, Properties system) {
        Path config = home.resolve(lookUp("config", "config", env, system, new Properties()));
        Properties file = load(config.resolve("hotrealm.properties"));
        Path data = home.resolve(lookUp("data", "data", env, system, file));
        boolean dataElsewhere = !data.equals(home.resolve("data"));
        Path defaultLogs = dataElsewhere ? data.resolve("logs") : home.resolve("logs");
        Path logs = home.resolve(lookUp("logs", defaultLogs.toString(), env, system, file));
        List<String> features = features(file, env, system);
        features.addAll(moreFeatures);
        return new Settings(
                home,
                config,
                data,
                logs,
                lookUp("log.format", "text", env, system, file),
                home.resolve(lookUp("deploy", "deploy", env, system, file)),
                features,
                seconds("start.timeout", "30", env, system, file),
                seconds("drain.timeout", "5", env, system, file),
                frameworkProperties(file));
    }

    /** The file of a feature given by name ({@code redis}) or by path. */
    Path featureFile(String feature) {
        return feature.endsWith(".json")
                ? Path.of(feature).toAbsolutePath()
                : home.resolve("features").resolve(feature + ".feature.json");
    }

    private static List<String> features(Properties file, Map<String, String> env, Properties system) {
        List<String> features = names(lookUp("features", "core,net,game,play,metrics,ops", env, system, file));
        for (String key : file.stringPropertyNames().stream().sorted().toList()) {
            boolean with = key.startsWith("features.with.");
            if (with || key.startsWith("features.without.")) {
                String variable = key.substring(key.lastIndexOf('.') + 1);
                boolean set = !env.getOrDefault(variable, "").isBlank();
                features.addAll(set == with ? names(file.getProperty(key)) : List.of());
            }
        }
        return features;
    }

    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String name : list.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private static String lookUp(
            String key, String otherwise, Map<String, String> env, Properties system, Properties file) {
        @Nullable String value = system.getProperty("hotrealm." + key);
        if (value == null) {
            value = env.get("HOTREALM_" + key.replace('.', '_').toUpperCase(Locale.ROOT));
        }
        return value != null && !value.isBlank() ? value : file.getProperty(key, otherwise);
    }

    private static Duration seconds(
            String key, String otherwise, Map<String, String> env, Properties system, Properties file) {
        String value = lookUp(key, otherwise, env, system, file);
        try {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        } catch (NumberFormatException notANumber) {
            throw new LaunchFailure(
                    "'" + key + "' in config/hotrealm.properties must be whole seconds, not '" + value + "'.",
                    notANumber);
        }
    }

    private static Map<String, String> frameworkProperties(Properties file) {
        return file.stringPropertyNames().stream()
                .filter(key -> key.startsWith(FRAMEWORK_PREFIX))
                .collect(Collectors.toMap(
                        key -> key.substring(FRAMEWORK_PREFIX.length()), key -> file.getProperty(key, "")));
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new LaunchFailure("Cannot read " + file + ": " + unreadable.getMessage() + ".", unreadable);
            }
        }
        return properties;
    }
}
