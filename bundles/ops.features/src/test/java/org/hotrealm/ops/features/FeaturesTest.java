package org.hotrealm.ops.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.features.Features.Outcome;
import org.hotrealm.ops.features.Features.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** What is asked of the swap operation, in a framework with bundles but without that operation. */
class FeaturesTest {

    @TempDir
    Path folder;

    private final List<SwapRequest> asked = new ArrayList<>();
    private Verdict verdict = Verdict.DONE;
    private Framework framework;
    private Shelf shelf;
    private Features features;

    @BeforeEach
    void start() throws Exception {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString()));
        framework.start();
        shelf = new Shelf(folder.resolve("data"));
        install("test.light", "1.0.0");
        install("test.shared", "1.0.0");
        lamps("1.0.0", "light", "shared");
        feature("other", "1.0.0", "shared:1.0.0");
        features = features();
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private Features features() {
        Bundles bundles = new Bundles(framework.getBundleContext());
        List<Path> started = List.of(folder.resolve("lamps-1.0.0.json"), folder.resolve("other-1.0.0.json"));
        Catalog catalog =
                new Catalog(started, folder.resolve("delivered"), new FeatureReader(folder.resolve("bundles")), shelf);
        return new Features(catalog, shelf, bundles, new Planner(bundles, Set.of("test.swapper")), this::swap);
    }

    private SwapRecord swap(SwapRequest request) {
        asked.add(request);
        return new SwapRecord(
                1,
                0,
                "",
                "",
                "",
                "",
                "",
                verdict,
                "said",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SwapRecord.Plan.NONE);
    }

    @Test
    void anUpgradeAsksForWhatDiffersInOneSwap() throws Exception {
        lamps("1.1.0", "light:1.1.0", "glass:1.0.0");

        Outcome outcome = put(Way.UPGRADE, "lamps-1.1.0.json");

        assertThat(outcome).isEqualTo(new Outcome(true, "lamps/1.1.0: DONE: said"));
        // The shared bundle stays, as another feature has it.
        assertThat(changes())
                .containsExactly(
                        jar("light", "1.1.0").toString(), jar("glass", "1.0.0").toString());
        assertThat(shelf.active().installed()).extracting(Feature::label).containsExactly("lamps/1.1.0");
    }

    @Test
    void whatIsRolledBackLeavesTheListAsItWas() throws Exception {
        lamps("1.1.0", "light:1.1.0");
        verdict = Verdict.ROLLED_BACK;

        assertThat(put(Way.UPGRADE, "lamps-1.1.0.json").done()).isFalse();
        assertThat(shelf.active()).isEqualTo(Shelf.Changes.NONE);
        assertThat(shelf.kept()).isEmpty();
    }

    @Test
    void aRemovalTakesOnlyWhatNobodyElseHas() throws Exception {
        assertThat(features.remove("lamps", request -> request).done()).isTrue();

        assertThat(changes()).containsExactly("-test.light");
        assertThat(shelf.active().removed()).containsExactly("lamps");
    }

    @Test
    void directionAndSharedVersionsAreChecked() throws Exception {
        lamps("0.9.0", "light:0.9.0");
        lamps("1.2.0", "light:1.2.0", "shared:2.0.0");

        assertThatThrownBy(() -> put(Way.INSTALL, "lamps-0.9.0.json"))
                .hasMessageContaining("is installed as lamps/1.0.0");
        assertThatThrownBy(() -> put(Way.UPGRADE, "lamps-0.9.0.json"))
                .hasMessageContaining("no upgrade of lamps/1.0.0");
        assertThatThrownBy(() -> put(Way.DOWNGRADE, "lamps-1.2.0.json")).hasMessageContaining("no downgrade");
        assertThatThrownBy(() -> put(Way.UPGRADE, "lamps-1.2.0.json"))
                .hasMessageContaining("test.shared 2.0.0, but other/1.0.0 has 1.0.0");
        assertThatThrownBy(() -> features.remove("nothing", request -> request)).hasMessageContaining("not installed");
        assertThatThrownBy(() -> features.remove("test.light", request -> request))
                .hasMessageContaining("is a bundle of lamps");
        assertThat(asked).isEmpty();
    }

    @Test
    void afterAKillTheBundlesTellWhetherItWasDone() throws Exception {
        lamps("1.1.0", "light:1.1.0", "shared:1.0.0");
        Feature next = new FeatureReader(folder.resolve("bundles")).read(folder.resolve("lamps-1.1.0.json"));
        shelf.prepare(Shelf.Changes.NONE.with(next));
        features();
        assertThat(shelf.active()).as("light is 1.0.0").isEqualTo(Shelf.Changes.NONE);

        shelf.prepare(Shelf.Changes.NONE.with(next));
        framework.getBundleContext().getBundles()[1].uninstall();
        install("test.light", "1.1.0");
        features();
        assertThat(shelf.active().installed()).as("light is 1.1.0").containsExactly(next);
    }

    private Outcome put(Way way, String file) throws Refusal {
        return features.put(way, folder.resolve(file).toString(), request -> request);
    }

    private List<String> changes() {
        assertThat(asked).hasSize(1);
        return asked.getFirst().changes().stream().map(Object::toString).toList();
    }

    private void lamps(String version, String... bundles) throws IOException {
        feature("lamps", version, bundles);
    }

    private void feature(String name, String version, String... bundles) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String bundle : bundles) {
            String[] of = bundle.contains(":") ? bundle.split(":") : new String[] {bundle, "1.0.0"};
            jar(of[0], of[1]);
            ids.add("\"g:%s:%s\"".formatted(of[0], of[1]));
        }
        Files.writeString(
                folder.resolve(name + "-" + version + ".json"),
                "{\"id\": \"g:%s:%s\", \"bundles\": %s}".formatted(name, version, ids));
    }

    private Path jar(String name, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "test." + name);
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        Path jar = Files.createDirectories(folder.resolve("bundles")).resolve(name + "-" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar;
    }

    private void install(String name, String version) throws Exception {
        framework
                .getBundleContext()
                .installBundle(name + version, Files.newInputStream(jar(name.substring("test.".length()), version)));
    }
}
