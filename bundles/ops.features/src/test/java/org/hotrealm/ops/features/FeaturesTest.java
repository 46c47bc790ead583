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
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.hotrealm.ops.api.FeatureSets.Outcome;
import org.hotrealm.ops.api.FeatureSets.Way;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
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
    private int looks;
    private String saidDuringSwap = "";

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
        InForce inForce = new InForce(folder.resolve("in-force"), () -> looks++);
        return new Features(catalog, shelf, bundles, new Planner(bundles, Set.of("test.swapper")), inForce, this::swap);
    }

    private SwapRecord swap(SwapRequest request, Consumer<String> progress) {
        asked.add(request);
        saidDuringSwap = said();
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

        assertThat(outcome.done()).isTrue();
        assertThat(outcome.text()).isEqualTo("lamps/1.1.0: DONE: said");
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

    private String said() {
        Path file = folder.resolve("in-force/lamps.json");
        try {
            return Files.exists(file) ? Files.readString(file).replaceAll("\\s", "") : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void brightLamps() throws IOException {
        Path file = folder.resolve("lamps-1.1.0.json");
        lamps("1.1.0", "light:1.1.0");
        String text = Files.readString(file).stripTrailing();
        Files.writeString(
                file,
                text.substring(0, text.length() - 1) + ", \"configurations\": {\"test.Light\": {\"watts\": 60}}}");
    }

    @Test
    void whatComesStartsWithTheSettingsThatItsFeatureSays() throws Exception {
        brightLamps();
        int before = looks;

        put(Way.UPGRADE, "lamps-1.1.0.json");

        assertThat(saidDuringSwap).contains("\"configurations\":{\"test.Light\":{\"watts\":60}}");
        assertThat(said()).isEqualTo(saidDuringSwap);
        assertThat(looks).isGreaterThan(before);
        assertThat(shelf.kept())
                .singleElement()
                .satisfies(
                        kept -> assertThat(kept.configurations()).isEqualTo(Map.of("test.Light", Map.of("watts", 60))));

        Files.delete(folder.resolve("in-force/lamps.json"));
        features();
        assertThat(said()).as("after a restart").isEqualTo(saidDuringSwap);
    }

    @Test
    void settingsOfAFeatureThatIsRolledBackAreTakenBackToo() throws Exception {
        brightLamps();
        verdict = Verdict.ROLLED_BACK;

        put(Way.UPGRADE, "lamps-1.1.0.json");

        assertThat(saidDuringSwap).contains("watts");
        assertThat(said()).isEmpty();
    }

    @Test
    void whatGoesKeepsItsSettingsToItsEnd() throws Exception {
        features.remove("lamps", request -> request, step -> {});

        assertThat(saidDuringSwap).isEmpty();
        assertThat(said()).contains("\"configurations\":{}");
    }

    @Test
    void aRemovalTakesOnlyWhatNobodyElseHas() throws Exception {
        assertThat(features.remove("lamps", request -> request, step -> {}).done())
                .isTrue();

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
        assertThatThrownBy(() -> features.remove("nothing", request -> request, step -> {}))
                .hasMessageContaining("not installed");
        assertThatThrownBy(() -> features.remove("test.light", request -> request, step -> {}))
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
        return features.put(way, folder.resolve(file).toString(), request -> request, step -> {});
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
