package org.hotrealm.ops.features;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * A set of bundles that come and go together.
 *
 * @param name what operators call it, such as {@code metrics}
 * @param version its version
 * @param title what it is, in a line
 * @param parts its bundles, in the file's order
 * @param configurations its components' settings by PID and key, as the file has them
 */
record Feature(
        String name, String version, String title, List<Part> parts, Map<String, Map<String, Object>> configurations) {

    /**
     * A bundle of a feature.
     *
     * @param bundle symbolic name
     * @param version its version
     * @param startLevel at which it starts
     * @param jar where its jar was found
     */
    record Part(String bundle, String version, int startLevel, String jar) {}

    Feature {
        parts = List.copyOf(parts);
        // Files that were kept by a version before have none.
        configurations = configurations == null ? Map.of() : Map.copyOf(configurations);
    }

    /** A feature that leaves its components' settings alone. */
    Feature(String name, String version, String title, List<Part> parts) {
        this(name, version, title, parts, Map.of());
    }

    /** Name and version, as commands take them. */
    String label() {
        return name + "/" + version;
    }

    /** The part of this symbolic name. */
    Optional<Part> part(String bundle) {
        return parts.stream().filter(each -> each.bundle().equals(bundle)).findFirst();
    }

    /** The version in the order of versions; what is no OSGi version counts by its leading numbers. */
    Version order() {
        String numbers = version.replaceFirst("^(\\d+(?:\\.\\d+){0,2})[.-](.*)$", "$1.$2");
        String[] pieces = numbers.split("\\.", 4);
        try {
            return pieces.length < 4
                    ? Version.parseVersion(numbers)
                    : Version.parseVersion("%s.%s.%s.%s"
                            .formatted(pieces[0], pieces[1], pieces[2], pieces[3].replaceAll("[^A-Za-z0-9_-]", "_")));
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }
}
