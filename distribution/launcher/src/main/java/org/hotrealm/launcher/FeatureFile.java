package org.hotrealm.launcher;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A set of bundles in the OSGi feature format.
 *
 * @param file where it was read from
 * @param id its coordinates
 * @param bundles what it installs, in the file's order
 */
record FeatureFile(Path file, String id, List<BundleEntry> bundles) {

    FeatureFile {
        bundles = List.copyOf(bundles);
    }

    /** Reads a feature, whose bundles may lie in the folder {@code bundles} beside its folder; a file that is missing or not a feature fails with its name and the reason. */
    static FeatureFile read(Path file) {
        try {
            Path folder = file.toAbsolutePath().resolveSibling("../bundles").normalize();
            JsonObject root = Json.parse(Files.readString(file)).asObject();
            List<BundleEntry> bundles = new ArrayList<>();
            JsonValue listed = root.get("bundles");
            if (listed != null) {
                listed.asArray().forEach(each -> bundles.add(entry(each, folder)));
            }
            return new FeatureFile(file, root.getString("id", file.getFileName().toString()), bundles);
        } catch (NoSuchFileException missing) {
            throw new LaunchFailure(
                    "There is no feature " + file + "; correct 'features' in config/hotrealm.properties.", missing);
        } catch (ParseException broken) {
            throw new LaunchFailure(file + " is not JSON: " + broken.getMessage() + ".", broken);
        } catch (IOException | RuntimeException broken) {
            throw new LaunchFailure(file + " is not a feature: " + broken.getMessage() + ".", broken);
        }
    }

    private static BundleEntry entry(JsonValue value, Path folder) {
        if (value.isString()) {
            return BundleEntry.parse(value.asString(), BundleEntry.DEFAULT_START_LEVEL, folder);
        }
        JsonObject bundle = value.asObject();
        String id = bundle.getString("id", "");
        return BundleEntry.parse(id, bundle.getInt("start-order", BundleEntry.DEFAULT_START_LEVEL), folder);
    }

    /** All bundles of the features, each once; two versions of one bundle are refused. */
    static List<BundleEntry> merge(List<FeatureFile> features) {
        Map<String, BundleEntry> merged = new LinkedHashMap<>();
        for (FeatureFile feature : features) {
            for (BundleEntry bundle : feature.bundles()) {
                BundleEntry other = merged.putIfAbsent(bundle.key(), bundle);
                if (other != null && !other.version().equals(bundle.version())) {
                    throw new LaunchFailure(feature.file() + " wants " + bundle.key() + " " + bundle.version()
                            + ", another feature wants " + other.version() + "; name one version.");
                }
            }
        }
        return List.copyOf(merged.values());
    }
}
