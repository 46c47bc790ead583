package org.hotrealm.itests.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/PLUGINS.md as a new user would: the page's files, an empty folder, the contracts alone, a server. */
@Timeout(300)
class GuideIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Path NODE = Path.of("src/test/node").toAbsolutePath();

    @TempDir
    Path temp;

    @Test
    void aPluginFromAnEmptyFolderIsInForceUnderAPlayerWhoStays() throws Exception {
        Path home = Distribution.unpack(temp);
        String hotrealm = home.resolve("bin/hotrealm").toString();
        Path project = Files.createDirectories(temp.resolve("wisps"));
        Guide guide = new Guide();
        assertThat(guide.write(project)).contains("pom.xml", "play.mjs", "wisps.feature.json");
        Path jar = build(hotrealm, project);
        guide.addEffect(home.resolve("config/content/skills.json"));

        try (RunningServer server =
                RunningServer.start(home, temp.resolve("data"), Map.of()).awaitUp(LIMIT)) {
            String address = "ws://127.0.0.1:" + server.port();
            Command player = Command.start(NODE, Map.of(), "node", "check.mjs", address);
            Files.copy(jar, home.resolve("deploy/" + jar.getFileName()));

            assertThat(server.await("com.example.wisps none -> 1.0.0", LIMIT)).contains("DONE");
            assertThat(player.end()).contains("joined", "dances", "inspired").doesNotContain("closed", "dropped");

            Path modules = Files.createSymbolicLink(project.resolve("node_modules"), NODE.resolve("node_modules"));
            assertThat(Command.start(project, Map.of(), "node", "play.mjs", address)
                            .end())
                    .contains("Ada joined", "throw 3: ");
            Files.delete(modules);

            asAFeature(hotrealm, project, jar, server);
        }
    }

    private Path build(String hotrealm, Path project) throws Exception {
        Path repository = repositoryWithoutHotrealm();
        assertThat(Command.start(project, Map.of(), hotrealm, "install-api", repository.toString())
                        .end())
                .contains("hotrealm-api");
        Command.start(
                        project,
                        Map.of("JAVA_HOME", System.getProperty("java.home")),
                        property("hotrealm.maven") + "/bin/mvn",
                        "-o",
                        "-B",
                        "-ntp",
                        // What was downloaded is good, wherever the build's own settings had it from.
                        "-Daether.enhancedLocalRepository.trackingFilename=untracked",
                        "-Dmaven.repo.local=" + repository,
                        "package")
                .end();
        return project.resolve("target/wisps-1.0.0.jar");
    }

    private static void asAFeature(String hotrealm, Path project, Path jar, RunningServer server) throws Exception {
        Files.copy(jar, project.resolve(jar.getFileName()));
        Map<String, String> port = Map.of("OPERATOR_PORT", Integer.toString(server.operatorPort()));

        Command.start(project, port, hotrealm, "realm:feature", "install", "wisps.feature.json")
                .end();
        assertThat(Command.start(project, port, hotrealm, "realm:features").end())
                .containsPattern("wisps +1\\.0\\.0 +installed");
        Command.start(project, port, hotrealm, "realm:feature", "remove", "wisps")
                .end();
        assertThat(Command.start(project, port, hotrealm, "realm:bundles", "wisps")
                        .end())
                .doesNotContain("com.example");
    }

    /** All that Maven has downloaded, and nothing of this project: what is not among the contracts is not found. */
    private Path repositoryWithoutHotrealm() throws IOException {
        Path real = Path.of(property("hotrealm.repository"));
        // Not below the temporary folder, whose links out of it would be complained of.
        Path repository = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "repository");
        link(real, repository, "org");
        link(real.resolve("org"), Files.createDirectories(repository.resolve("org")), "hotrealm");
        return repository;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().equals(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("Run this story with Maven, which tells " + name);
        }
        return value;
    }
}
