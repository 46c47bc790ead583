package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is known to be worth trying, found once or recorded, in {@code fuzz/<target>.hex}: run as it is, then handed to Jazzer
 * as the ground to search from. {@code -Dhotrealm.fuzz.seconds=400} makes a longer search of it; {@code target/fuzz TARGET SECONDS},
 * which this test leaves, one of a single target that goes on where the last one ended.
 */
class FuzzingTest {

    private static final String RUNS = "-runs=40000";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> whatWasFoundOnceStaysMended() {
        return FuzzTargets.NAMES.stream()
                .flatMap(target -> seeds(target).stream()
                        .map(seed -> DynamicTest.dynamicTest(
                                target + " " + seed,
                                () -> FuzzTargets.ALL.get(target).accept(Vectors.hex(seed)))));
    }

    @Test
    void aShortSearchFindsNothing() throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (String target : FuzzTargets.NAMES) {
            for (String seed : seeds(target)) {
                // The driver's data provider takes single values from the end of the bytes.
                String chosen = seed + "%02x".formatted(FuzzTargets.NAMES.indexOf(target));
                Files.write(corpus.resolve(target + Integer.toHexString(seed.hashCode())), Vectors.hex(chosen));
            }
        }
        Path output = folder.resolve("driver.txt");
        Process driver = new ProcessBuilder(command(corpus))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = driver.waitFor(120 + Long.getLong("hotrealm.fuzz.seconds", 120), TimeUnit.SECONDS);
        driver.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("the driver ended; it said\n%s", said).isTrue();
        assertThat(driver.exitValue()).as(said).isZero();
        assertThat(said).contains("DONE");
    }

    private List<String> command(Path corpus) {
        Long seconds = Long.getLong("hotrealm.fuzz.seconds");
        return List.of(
                java(),
                "-Xmx256m",
                "-cp",
                path(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTargets.class.getName(),
                "--instrumentation_includes=org.hotrealm.**",
                "--reproducer_path=" + folder,
                corpus.toString(),
                "-artifact_prefix=" + folder + "/",
                "-max_len=4096",
                seconds == null ? RUNS : "-max_total_time=" + seconds);
    }

    /** Nothing is searched here; it is for whoever has an hour. */
    @Test
    void aLongSearchOfOneTargetCanBeRunByHand() throws IOException {
        for (String target : FuzzTargets.NAMES) {
            Path corpus = Files.createDirectories(Path.of("target", "fuzzing", target, "corpus"));
            for (String seed : seeds(target)) {
                Files.write(corpus.resolve(Integer.toHexString(seed.hashCode())), Vectors.hex(seed));
            }
        }
        Path script = Path.of("target", "fuzz");
        Files.writeString(script, """
                #!/bin/sh
                # fuzz TARGET SECONDS, TARGET one of %s. What is found is in fuzzing/TARGET, beside what was tried.
                set -eu
                place=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)/fuzzing/$1
                exec '%s' -Xmx512m -Dhotrealm.fuzz.target="$1" -cp '%s' com.code_intelligence.jazzer.Jazzer \\
                    --target_class=%s '--instrumentation_includes=org.hotrealm.**' --reproducer_path="$place" \\
                    "$place/corpus" -artifact_prefix="$place/" -max_len=4096 -max_total_time="$2"
                """.formatted(
                        String.join(", ", FuzzTargets.NAMES), java(), path(), FuzzTargets.class.getName()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String path() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static List<String> seeds(String target) {
        try (InputStream in = FuzzingTest.class.getResourceAsStream("/fuzz/" + target + ".hex")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
