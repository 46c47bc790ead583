package org.hotrealm.state.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SdkDecoderTest {
    private static final int SEQUENCES = Integer.getInteger("sdk.sequences", 150);

    @BeforeAll
    static void installDecoders() throws IOException, InterruptedException {
        Sdk.require();
    }

    @Test
    void sdk18ReadsRandomSequencesWithoutViews() throws IOException, InterruptedException {
        check(RandomState.Flavour.SHARED, Dialect.V18, "@colyseus/schema");
    }

    @Test
    void sdk18ReadsRandomSequencesWithViews() throws IOException, InterruptedException {
        check(RandomState.Flavour.VIEWS, Dialect.V18, "@colyseus/schema");
    }

    @Test
    void sdk17ReadsRandomSequences() throws IOException, InterruptedException {
        check(RandomState.Flavour.LEGACY, Dialect.V17, "schema-17");
    }

    @Test
    void sdk16ReadsRandomSequences() throws IOException, InterruptedException {
        check(RandomState.Flavour.OLDEST, Dialect.V16, "schema-16");
    }

    private static void check(RandomState.Flavour flavour, Dialect dialect, String schemaPackage)
            throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Audience audience = RandomSequencesTest.play(seed, flavour, dialect);
            StateType root = new RandomState(seed, flavour).root.type;
            for (int i = 0; i < audience.clients.size(); i++) {
                String name = schemaPackage.replaceAll("\\W", "") + "-" + flavour + "-" + seed + "-" + i;
                files.add(Sdk.write(
                        name, audience.handshake(), root, audience.clients.get(i).frames, dialect == Dialect.V18));
            }
        }
        Sdk.check(schemaPackage, files);
    }
}
