package org.hotrealm.progress.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Progress;
import org.hotrealm.realm.api.Stack;
import org.junit.jupiter.api.Test;

final class DocumentTest {

    private final Document documents = new Document();

    @Property(tries = 200)
    void everyCharacterComesBackAsItWas(
            @ForAll @IntRange(min = 0) int n, @ForAll String name, @ForAll double roll, @ForAll long tick) {
        Drop.Origin origin = new Drop.Origin(name, "1.0.0", tick, Double.isFinite(roll) ? roll : 0.5, n, name, tick);
        Progress progress = new Progress(
                n,
                name,
                "mage",
                n,
                n,
                n,
                List.of(new Stack(n, name, n, List.of(new Drop.Source(origin, n)))),
                Map.of(),
                Map.of(name, n),
                Map.of(),
                n);
        assertThat(documents.read(documents.write(progress))).isEqualTo(progress);
    }

    @Test
    void aDocumentOfAnotherFormatOrNoneIsRefused() {
        assertThatThrownBy(() -> documents.read("{\"format\": 2}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format 2, this version reads 1");
        assertThatThrownBy(() -> documents.read("no json")).isInstanceOf(IllegalArgumentException.class);
    }
}
