package org.hotrealm.itests.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotrealm.itests.harness.Distribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dry run of content, without a server. */
@Timeout(180)
class CheckContentIT {

    @TempDir
    static Path folder;

    private static Path home;

    @TempDir
    Path temp;

    private record Outcome(int code, String output) {}

    @BeforeAll
    static void unpackWhereThePathHasASpace() throws IOException, InterruptedException {
        home = Distribution.unpack(folder.resolve("a folder"));
    }

    private Outcome check(String... arguments) throws IOException, InterruptedException {
        Path output = temp.resolve("output");
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/hotrealm").toString(), "check-content"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    @Test
    void shippedContentIsRight() throws IOException, InterruptedException {
        Outcome outcome = check();
        assertThat(outcome.output()).startsWith("The content in ").endsWith(" is right.\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void mistakesAreNamedWithTheirPlaceAndEndWithAnError() throws IOException, InterruptedException {
        Path monsters = home.resolve("config/content/monsters.json");
        String text = Files.readString(monsters);
        try {
            Files.writeString(monsters, text.replaceFirst("\"stab\"", "\"stabb\""));
            Outcome outcome = check(home.resolve("config/content").toString());
            assertThat(outcome.output())
                    .containsPattern(
                            "monsters.json:\\d+ /monsters/goblin/skills/0: there is no skill 'stabb': did you mean 'stab'")
                    .contains("would be refused: 1 mistake.");
            assertThat(outcome.code()).isEqualTo(1);
        } finally {
            Files.writeString(monsters, text);
        }
    }

    @Test
    void missingFolderIsNamed() throws IOException, InterruptedException {
        Outcome outcome = check(temp.resolve("nowhere").toString());
        assertThat(outcome.output()).contains("there is no folder").contains("nowhere");
        assertThat(outcome.code()).isEqualTo(1);
    }
}
