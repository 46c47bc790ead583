package org.hotrealm.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One bundle of a feature.
 *
 * @param group Maven group
 * @param artifact Maven artifact
 * @param classifier Maven classifier, empty for none
 * @param version Maven version
 * @param startLevel framework start level at which it starts; lower ones start earlier
 * @param folder where its feature keeps bundles
 */
record BundleEntry(String group, String artifact, String classifier, String version, int startLevel, Path folder) {

    /** Start level of bundles that do not name one. */
    static final int DEFAULT_START_LEVEL = 20;

    /** Reads {@code group:artifact[:type[:classifier]]:version}. */
    static BundleEntry parse(String id, int startLevel, Path folder) {
        String[] parts = id.split(":", -1);
        if (parts.length < 3 || parts.length > 5) {
            throw new IllegalArgumentException("'" + id + "' is not group:artifact[:type[:classifier]]:version");
        }
        String classifier = parts.length == 5 ? parts[3] : "";
        return new BundleEntry(parts[0], parts[1], classifier, parts[parts.length - 1], startLevel, folder);
    }

    /** The jar's name in the folder {@code bundles}. */
    String fileName() {
        return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }

    /** The jar: with its feature's bundles, else with those of the distribution. */
    Path jar(Path distributed) {
        Path own = folder.resolve(fileName());
        return Files.exists(own) ? own : distributed.resolve(fileName());
    }

    /** What identifies the bundle whatever its version. */
    String key() {
        return group + ":" + artifact + ":" + classifier;
    }
}
