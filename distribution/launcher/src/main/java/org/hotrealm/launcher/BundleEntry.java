package org.hotrealm.launcher;

/**
 * One bundle of a feature.
 *
 * @param group Maven group
 * @param artifact Maven artifact
 * @param classifier Maven classifier, empty for none
 * @param version Maven version
 * @param startLevel framework start level at which it starts; lower ones start earlier
 */
record BundleEntry(String group, String artifact, String classifier, String version, int startLevel) {

    /** Start level of bundles that do not name one. */
    static final int DEFAULT_START_LEVEL = 20;

    /** Reads {@code group:artifact[:type[:classifier]]:version}. */
    static BundleEntry parse(String id, int startLevel) {
        String[] parts = id.split(":", -1);
        if (parts.length < 3 || parts.length > 5) {
            throw new IllegalArgumentException("'" + id + "' is not group:artifact[:type[:classifier]]:version");
        }
        String classifier = parts.length == 5 ? parts[3] : "";
        return new BundleEntry(parts[0], parts[1], classifier, parts[parts.length - 1], startLevel);
    }

    /** The jar's name in the folder {@code bundles}. */
    String fileName() {
        return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }

    /** What identifies the bundle whatever its version. */
    String key() {
        return group + ":" + artifact + ":" + classifier;
    }
}
