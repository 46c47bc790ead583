package org.hotrealm.ops.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.hotrealm.ops.features.Feature.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureReaderTest {

    @TempDir
    Path folder;

    @Test
    void bundlesAreFoundBesideTheFileBesideItsFolderAndWithTheServersOwn() throws Exception {
        Path beside = jar("mine/features", "a-1.0.0.jar", "test.a", "1.0.0");
        Path sibling = jar("mine/bundles", "b-1.0.0.jar", "test.b;singleton:=true", "1.0");
        Path delivered = jar("server/bundles", "c-1.0.0-light.jar", "test.c", "1.0.0.x");

        Feature feature = read("""
                {"id": "org.example:org.example.feature.lamps:1.2.0", "name": "Lamps", "bundles": [
                  {"id": "g:a:1.0.0", "start-order": 7}, "g:b:1.0.0", {"id": "g:c:jar:light:1.0.0"}]}""");

        assertThat(feature)
                .isEqualTo(new Feature(
                        "lamps",
                        "1.2.0",
                        "Lamps",
                        java.util.List.of(
                                new Part("test.a", "1.0.0", 7, beside.toString()),
                                new Part("test.b", "1.0.0", 20, sibling.toString()),
                                new Part("test.c", "1.0.0.x", 20, delivered.toString()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"id\": \"g:a:1\",>oops} | line 2 is not JSON",
                "{\"bundles\": []} | its \"id\" has to be group:artifact:version",
                "{\"id\": \"g:a:1\"} | it names no \"bundles\"",
                "{\"id\": \"g:a:1\", \"bundles\": [\"nothing\"]} | the bundle 'nothing', which is not group:artifact",
                "{\"id\": \"g:a:1\", \"bundles\": [\"g:gone:2\"]} | names gone-2.jar, which is not in",
                "{\"id\": \"g:a:1\", \"bundles\": [\"g:plain:1\"]} | plain-1.jar is no OSGi bundle",
                "{\"id\": \"g:a:1\", \"bundles\": [\"g:torn:1\"]} | torn-1.jar is no whole bundle"
            })
    void aFileThatIsNoFeatureIsRefusedWithTheReason(String text, String reason) throws Exception {
        jar("mine/features", "plain-1.jar", "", "1.0.0");
        Files.writeString(folder.resolve("mine/features/torn-1.jar"), "torn");

        assertThatThrownBy(() -> read(text.replace(">", "\n")))
                .isInstanceOf(Refusal.class)
                .satisfies(refused -> assertThat(refused).hasMessageContaining(reason));
    }

    @Test
    void versionsHaveAnOrder() {
        assertThat(version("1.10.0").order()).isGreaterThan(version("1.9.0").order());
        assertThat(version("1.2.0-beta.1").order()).isLessThan(version("1.3").order());
        assertThat(version("nothing").order()).isEqualTo(org.osgi.framework.Version.emptyVersion);
    }

    private static Feature version(String version) {
        return new Feature("lamps", version, "", java.util.List.of());
    }

    private Feature read(String text) throws IOException, Refusal {
        Path file = Files.createDirectories(folder.resolve("mine/features")).resolve("lamps.json");
        return new FeatureReader(folder.resolve("server/bundles")).read(Files.writeString(file, text));
    }

    private Path jar(String where, String file, String name, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!name.isEmpty()) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
            manifest.getMainAttributes().putValue("Bundle-Version", version);
        }
        Path jar = Files.createDirectories(folder.resolve(where)).resolve(file);
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar;
    }
}
