package org.hotrealm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteTest {

    @Test
    void wordsAreSentAsTheyAre() {
        assertThat(Remote.body(List.of("realm:swap", "say \"hi\"", "--json")))
                .isEqualTo("[\"realm:swap\",\"say \\\"hi\\\"\",\"--json\"]");
    }

    @Test
    void jarsThatExistHereAreSentWithTheirWholePath(@TempDir Path folder) throws Exception {
        Path jar = Files.createFile(folder.resolve("next.jar"));
        Path odd = folder.resolve("x").resolve("..").resolve("next.jar");
        Files.createDirectory(folder.resolve("x"));
        assertThat(Remote.body(List.of("realm:swap", odd.toString())))
                .isEqualTo(
                        "[\"realm:swap\",\"%s\"]".formatted(jar.toAbsolutePath().normalize()));
        assertThat(Remote.body(List.of("realm:swap", "a.b/1.0.0"))).isEqualTo("[\"realm:swap\",\"a.b/1.0.0\"]");
    }
}
