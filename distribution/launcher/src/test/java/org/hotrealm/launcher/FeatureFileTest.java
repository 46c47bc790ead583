package org.hotrealm.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFileTest {

    @TempDir
    Path folder;

    @Test
    void bundlesAreReadWithTheirStartLevels() throws IOException {
        FeatureFile feature = feature("a", """
                {"id": "g:f:1", "bundles": [
                  {"id": "g:one:1.0", "start-order": 3}, {"id": "g:two:jar:light:2.0"}, "g:three:3.0"]}""");

        assertThat(feature.id()).isEqualTo("g:f:1");
        assertThat(feature.bundles())
                .extracting(BundleEntry::fileName)
                .containsExactly("one-1.0.jar", "two-2.0-light.jar", "three-3.0.jar");
        assertThat(feature.bundles()).extracting(BundleEntry::startLevel).containsExactly(3, 20, 20);
    }

    @Test
    void brokenJsonIsRefusedWithFileLineAndColumn() {
        assertThatThrownBy(() -> feature("broken", "{\n  \"id\": oops}"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("broken.feature.json")
                .hasMessageContaining("2:");
    }

    @Test
    void aMissingFeatureIsNamed() {
        assertThatThrownBy(() -> FeatureFile.read(folder.resolve("nothing.feature.json")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("nothing.feature.json");
    }

    @Test
    void aBundleOfTwoFeaturesIsInstalledOnceAndNeverInTwoVersions() throws IOException {
        FeatureFile one = feature("one", "{\"bundles\": [\"g:a:1.0\"]}");
        FeatureFile same = feature("same", "{\"bundles\": [\"g:a:1.0\", \"g:b:1.0\"]}");
        FeatureFile other = feature("other", "{\"bundles\": [\"g:a:2.0\"]}");

        assertThat(FeatureFile.merge(List.of(one, same))).hasSize(2);
        assertThatThrownBy(() -> FeatureFile.merge(List.of(one, other)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("2.0")
                .hasMessageContaining("1.0");
    }

    private FeatureFile feature(String name, String json) throws IOException {
        return FeatureFile.read(Files.writeString(folder.resolve(name + ".feature.json"), json));
    }
}
