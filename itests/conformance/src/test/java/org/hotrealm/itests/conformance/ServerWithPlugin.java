package org.hotrealm.itests.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.PluginFeature;
import org.hotrealm.itests.harness.RunningServer;

/** The server as it is delivered, with one more feature: the bundle of this folder. */
final class ServerWithPlugin {

    private ServerWithPlugin() {}

    static RunningServer start(Path temporary) throws IOException {
        return start(temporary, Map.of());
    }

    static RunningServer start(Path temporary, Map<String, String> environment) throws IOException {
        Path feature = PluginFeature.write(temporary, "my");
        return RunningServer.start(
                Distribution.folder(), temporary.resolve("data"), environment, "--feature", feature.toString());
    }
}
