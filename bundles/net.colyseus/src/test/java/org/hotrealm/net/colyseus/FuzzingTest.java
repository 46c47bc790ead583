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
 * as the ground to search from. {@code -Dhotrealm.fuzz.seconds=400} makes a longer search of it.
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
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Long seconds = Long.getLong("hotrealm.fuzz.seconds");
        return List.of(
                java,
                "-Xmx256m",
                "-cp",
                path,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTargets.class.getName(),
                "--instrumentation_includes=org.hotrealm.**",
                "--reproducer_path=" + folder,
                corpus.toString(),
                "-artifact_prefix=" + folder + "/",
                "-max_len=4096",
                seconds == null ? RUNS : "-max_total_time=" + seconds);
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
