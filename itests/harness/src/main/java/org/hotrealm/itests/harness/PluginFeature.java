package org.hotrealm.itests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bundle of a story's own folder as a feature that a server can be started with. */
public final class PluginFeature {

    private PluginFeature() {}

    /**
     * Writes the feature, and the bundle beside it.
     *
     * @param temporary where the story keeps what it needs no longer afterwards
     * @param name of the feature
     * @return the feature's file, for {@code --feature}
     */
    public static Path write(Path temporary, String name) throws IOException {
        Path bundle = Path.of(System.getProperty("hotrealm.story"));
        Path bundles = Files.createDirectories(temporary.resolve("plugin/bundles"));
        Files.copy(bundle, bundles.resolve(bundle.getFileName()));
        String id = bundle.getFileName().toString().replaceFirst("-(\\d.*)\\.jar$", ":$1");
        Path feature =
                Files.createDirectories(temporary.resolve("plugin/features")).resolve(name + ".feature.json");
        return Files.writeString(
                feature,
                "{\"id\": \"plugin:%s:1\", \"bundles\": [{\"id\": \"plugin:%s\", \"start-order\": 40}]}"
                        .formatted(name, id));
    }
}
