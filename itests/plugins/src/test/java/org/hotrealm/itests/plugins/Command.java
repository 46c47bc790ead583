package org.hotrealm.itests.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs; what it says goes into a file, so that nobody has to read it meanwhile. */
record Command(List<String> words, Process process, Path output) {

    static Command start(Path folder, Map<String, String> environment, String... words) throws IOException {
        Path output = Files.createTempFile("said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // The build's own Maven has settings that a user's has not.
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        builder.environment().putAll(environment);
        return new Command(List.of(words), builder.start(), output);
    }

    /** Waits for its good end and gives what it said; anything else fails with that. */
    String end() throws IOException, InterruptedException {
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output);
        Files.delete(output);
        assertThat(ended).as("%s ended; it said:%n%s", words, said).isTrue();
        assertThat(process.exitValue()).as("%s; it said:%n%s", words, said).isZero();
        return said;
    }
}
