package org.hotrealm.ops.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads the JSON file of one component: {@code <pid>.json}, or {@code <factory pid>~<name>.json}. */
final class ConfigFile {

    private static final String SUFFIX = ".json";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final Path file;
    private final JsonParser parser;
    private final Map<String, Placed> values = new LinkedHashMap<>();

    private ConfigFile(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The file is refused. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        Refused(List<Problem> problems) {
            super(problems.toString(), null, false, false);
            this.problems = List.copyOf(problems);
        }

        Refused(Problem problem) {
            this(List.of(problem));
        }

        List<Problem> problems() {
            return problems;
        }
    }

    /** Whether a file of this name configures a component. */
    static boolean matches(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) && !name.startsWith(".");
    }

    /** The PID that the file's name says. */
    static String pid(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /**
     * What a feature says of its components' settings.
     *
     * @param name what the feature is called, without its version
     * @param byPid values by PID and key
     */
    record FeatureSettings(String name, Map<String, Map<String, Placed>> byPid) {
        static final FeatureSettings NONE = new FeatureSettings("", Map.of());
    }

    private interface Reading<T> {
        T from(ConfigFile file) throws Refused;
    }

    /** Reads the values by key, in the file's order. */
    static Map<String, Placed> read(Path file) throws Refused {
        return reading(file, ConfigFile::values);
    }

    /** Reads the {@code configurations} of a file in the OSGi feature format. */
    static FeatureSettings feature(Path file) throws Refused {
        return reading(file, ConfigFile::configurations);
    }

    private static <T> T reading(Path file, Reading<T> reading) throws Refused {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), Files.readString(file))) {
            return reading.from(new ConfigFile(file, parser));
        } catch (CharacterCodingException e) {
            throw new Refused(new Problem(file, 0, 0, "it is not text in UTF-8"));
        } catch (IOException e) {
            throw new Refused(new Problem(file, 0, 0, "it cannot be read: " + e));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String reason =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("it is not JSON");
            throw new Refused(
                    new Problem(file, at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(), reason));
        }
    }

    private Map<String, Placed> values() throws Refused {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw refused("it has to begin with { and hold settings: {\"key\": value}");
        }
        settings();
        if (parser.nextToken() != null) {
            throw refused("something follows after the last }");
        }
        return values;
    }

    private FeatureSettings configurations() throws Refused {
        Map<String, Map<String, Placed>> byPid = new LinkedHashMap<>();
        String id = "";
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw refused("it is no feature: it has to begin with {");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            if (key.equals("id") && token == JsonToken.VALUE_STRING) {
                id = parser.getString();
            } else if (key.equals("configurations") && token == JsonToken.START_OBJECT) {
                components(byPid);
            } else {
                parser.skipChildren();
            }
        }
        String[] coordinates = id.split(":", -1);
        // As ops.features calls it: org.hotrealm.feature.metrics is metrics.
        String artifact = coordinates.length < 2 ? id : coordinates[1];
        return new FeatureSettings(artifact.replaceFirst("^.*\\.feature\\.", ""), byPid);
    }

    private void components(Map<String, Map<String, Placed>> byPid) throws Refused {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String pid = parser.currentName();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused("the configuration of %s has to be an object: {\"key\": value}".formatted(pid));
            }
            values.clear();
            settings();
            byPid.put(pid, new LinkedHashMap<>(values));
        }
    }

    private void settings() throws Refused {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            // Features may give the type behind the key; components say it themselves.
            String key = parser.currentName().replaceFirst(":[A-Za-z<>\\[\\]]+$", "");
            Placed before = values.get(key);
            if (before != null) {
                throw refused("%s is set in line %d already".formatted(key, before.line()));
            }
            parser.nextToken();
            TokenStreamLocation at = parser.currentTokenLocation();
            values.put(key, new Placed(file, key, value(key), at.getLineNr(), at.getColumnNr()));
        }
    }

    private Object value(String key) throws Refused {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return single(key);
        }
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(single(key));
        }
        return List.copyOf(items);
    }

    private Object single(String key) throws Refused {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole(key);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NULL -> throw refused("%s is null; leave the line out for the default".formatted(key));
            case START_OBJECT ->
                throw refused("%s is an object; a setting is a value or a list of values".formatted(key));
            default -> throw refused("%s is a list in a list; a setting is a value or a list of values".formatted(key));
        };
    }

    private Long whole(String key) throws Refused {
        try {
            return parser.getLongValue();
        } catch (JacksonException tooLarge) {
            throw refused("%s is %s, which is too large a number".formatted(key, parser.getString()));
        }
    }

    private Refused refused(String reason) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Refused(new Problem(file, at.getLineNr(), at.getColumnNr(), reason));
    }
}
