package org.hotrealm.ops.config;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import org.apache.felix.cm.json.io.Configurations;
import org.jspecify.annotations.Nullable;

/** Reads the JSON file of one component: {@code <pid>.json}, or {@code <factory pid>~<name>.json}. */
final class ConfigFile {

    private static final String SUFFIX = ".json";

    private ConfigFile() {}

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
     * Reads typed settings.
     *
     * @throws IOException naming the file, the place in it and the reason
     */
    static Dictionary<String, Object> read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            return Configurations.buildReader()
                    .withIdentifier(file.toString())
                    .build(new StringReader(text))
                    .readConfiguration();
        } catch (IOException | RuntimeException broken) {
            throw new IOException(file + place(broken) + ": " + reason(broken), broken);
        }
    }

    private static String place(Throwable broken) {
        JsonLocation location = location(broken);
        return location == null || location.getLineNumber() < 0
                ? ""
                : " line " + location.getLineNumber() + " column " + location.getColumnNumber();
    }

    private static @Nullable JsonLocation location(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonParsingException parsing) {
                return parsing.getLocation();
            }
        }
        return null;
    }

    private static String reason(Throwable broken) {
        Throwable cause = broken;
        while (cause.getCause() != null && !(cause instanceof JsonException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
