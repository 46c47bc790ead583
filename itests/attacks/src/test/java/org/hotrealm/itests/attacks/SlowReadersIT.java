package org.hotrealm.itests.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.hotrealm.itests.script.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowReadersIT {

    private static final long MOST_QUEUED = 4 * 262_144;

    @Test
    void whoReadsSlowlyOrInBurstsEndsRightAndWhoReadsNothingIsCutWhileOthersPlay(@TempDir Path temporary)
            throws Exception {
        try (FieldServer server = FieldServer.start(temporary, "{}");
                Script readers =
                        new Script(Map.of(), "readers.mjs", "http://127.0.0.1:" + server.port(), server.operator())) {
            assertThat(readers.await("bursts")).isEqualTo("same=true drops=0 leaves=0");
            assertThat(readers.await("slow")).isEqualTo("same=true drops=0 leaves=0");
            assertThat(readers.await("steady")).isEqualTo("drops=0 leaves=0");
            assertThat(Long.parseLong(readers.await("queued"))).isLessThanOrEqualTo(MOST_QUEUED);
            assertThat(Long.parseLong(readers.await("spared"))).isPositive();
        }
    }
}
