package org.hotrealm.ops.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotrealm.ops.features.Feature.Part;
import org.hotrealm.ops.features.Shelf.Changes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {

    private static final Feature METRICS = feature("metrics", "1.0.0");
    private static final Feature NEWER = feature("metrics", "1.1.0");
    private static final Feature PLAY = feature("play", "1.0.0");

    @TempDir
    Path folder;

    @Test
    void changesAreLaidOverWhatTheServerStartsWith() {
        assertThat(Changes.NONE.over(List.of(METRICS, PLAY))).containsOnlyKeys("metrics", "play");
        assertThat(Changes.NONE.with(NEWER).over(List.of(METRICS, PLAY))).containsEntry("metrics", NEWER);
        assertThat(Changes.NONE.without("metrics").over(List.of(METRICS, PLAY))).containsOnlyKeys("play");
        assertThat(Changes.NONE.without("metrics").with(METRICS).over(List.of()))
                .containsOnlyKeys("metrics");
    }

    @Test
    void whatWasPreparedCountsOnlyOnceItIsDone() throws IOException {
        Shelf shelf = new Shelf(folder.resolve("features"));
        assertThat(shelf.active()).isEqualTo(Changes.NONE);

        shelf.prepare(Changes.NONE.with(NEWER));
        assertThat(shelf.active()).isEqualTo(Changes.NONE);
        shelf.settle(false);
        assertThat(shelf.next()).isEmpty();

        shelf.prepare(Changes.NONE.with(NEWER));
        shelf.settle(true);
        assertThat(new Shelf(folder.resolve("features")).active().installed()).containsExactly(NEWER);
    }

    @Test
    void featuresThatWereInstalledAreKept() throws IOException {
        Shelf shelf = new Shelf(folder.resolve("features"));
        shelf.keep(METRICS);
        shelf.keep(NEWER);

        assertThat(shelf.kept()).containsExactly(METRICS, NEWER);
    }

    @Test
    void aListThatCannotBeReadCountsAsNone() throws IOException {
        Files.writeString(folder.resolve("active"), "{broken");

        assertThat(new Shelf(folder).active()).isEqualTo(Changes.NONE);
    }

    private static Feature feature(String name, String version) {
        return new Feature(name, version, "", List.of(new Part("test." + name, version, 20, "/x.jar")));
    }
}
