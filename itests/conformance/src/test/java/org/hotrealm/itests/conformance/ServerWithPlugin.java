package org.hotrealm.itests.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;

/** The server as it is delivered, with one more feature: the bundle of this folder. */
final class ServerWithPlugin {

    private ServerWithPlugin() {}

    static RunningServer start(Path temporary) throws IOException {
        return start(temporary, Map.of());
    }

    static RunningServer start(Path temporary, Map<String, String> environment) throws IOException {
        Path bundle = Path.of(System.getProperty("hotrealm.story"));
        Path bundles = Files.createDirectories(temporary.resolve("plugin/bundles"));
        Files.copy(bundle, bundles.resolve(bundle.getFileName()));
        String id = bundle.getFileName().toString().replaceFirst("-(\\d.*)\\.jar$", ":$1");
        Path feature =
                Files.createDirectories(temporary.resolve("plugin/features")).resolve("my.feature.json");
        Files.writeString(
                feature,
                "{\"id\": \"plugin:my:1\", \"bundles\": [{\"id\": \"plugin:%s\", \"start-order\": 40}]}".formatted(id));
        return RunningServer.start(
                Distribution.folder(), temporary.resolve("data"), environment, "--feature", feature.toString());
    }
}
