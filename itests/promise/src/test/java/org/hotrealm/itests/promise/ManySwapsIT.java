package org.hotrealm.itests.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;
import org.hotrealm.itests.reissue.Reissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The three behaviours of the realm are swapped over and over under play, and nothing grows. How often is {@code -Dhotrealm.swaps}. */
class ManySwapsIT {

    private static final int SWAPS = Integer.getInteger("hotrealm.swaps", 45);
    private static final int WARM_UP = Math.min(SWAPS / 3, 60);
    private static final int BOTS = 10;
    /** What play has more of at one moment than at another. */
    private static final double PLAY_KILOBYTES = 6_000;
    /** What each swap may leave: where its record lies, and its share of the last records and lines of the log. */
    private static final double KILOBYTES_LEFT = 2;
    /** Of these nothing may come with each swap and stay. */
    private static final List<String> MACHINERY =
            List.of("org.apache.felix.", "org.osgi.", "java.util.jar.", "java.util.zip.");

    private static final List<String> BEHAVIOURS =
            List.of("org.hotrealm.monster.ai", "org.hotrealm.skill.book", "org.hotrealm.loot.tables");

    @TempDir
    Path folder;

    /** What is there after so many swaps, as the server's own metrics have it. */
    private record Size(double classes, double threads, double metaspace, Heap heap) {

        static Size of(Operator operator, long pid) throws IOException {
            return new Size(
                    operator.metric("jvm_classes_loaded_classes"),
                    operator.metric("jvm_threads_live_threads"),
                    operator.metric("jvm_memory_used_bytes", "id=\"Metaspace\"") / 1048576,
                    Heap.of(pid));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f classes, %.0f threads, metaspace %.1f MB, heap %.0f kB",
                    classes,
                    threads,
                    metaspace,
                    heap.kilobytes());
        }
    }

    @Test
    void classesThreadsMetaspaceAndHeapStayAsTheyAreHoweverOftenBehavioursAreSwapped() throws Exception {
        try (RunningServer server = RunningServer.start(Distribution.folder(), folder.resolve("data"), Map.of())
                        .awaitUp(Duration.ofMinutes(2));
                Bots bots = new Bots(server.port(), BOTS)) {
            Operator operator = new Operator(server.operatorPort());
            bots.remember();
            Size before = swaps(operator, server.pid(), 1, WARM_UP);
            System.out.println("after " + WARM_UP + " swaps: " + before);
            Size after = swaps(operator, server.pid(), WARM_UP + 1, SWAPS);
            System.out.println("after " + SWAPS + " swaps: " + after);
            System.out.println(after.heap().growth(before.heap()));

            Fate fate = bots.look();
            assertThat(fate.drops() + fate.closed()).as("sockets closed").isZero();
            assertThat(fate.unsettled() + fate.unanswered()).as("inputs lost").isZero();
            // One version that stays has fifty classes and more.
            assertThat(after.classes()).as("classes").isLessThan(before.classes() * 1.05);
            assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads() + 5);
            assertThat(after.metaspace()).as("metaspace, MB").isLessThan(before.metaspace() * 1.1);
            int swaps = SWAPS - WARM_UP;
            assertThat(after.heap().grownSince(before.heap(), swaps / 2, MACHINERY))
                    .as("objects that came with %d swaps and stayed", swaps)
                    .isEmpty();
            assertThat(after.heap().kilobytes())
                    .as("heap, kB; what grew:\n%s", after.heap().growth(before.heap()))
                    .isLessThan(before.heap().kilobytes() + PLAY_KILOBYTES + KILOBYTES_LEFT * swaps);
        }
    }

    private Size swaps(Operator operator, long pid, int from, int to) throws Exception {
        for (int swap = from; swap <= to; swap++) {
            String bundle = BEHAVIOURS.get(swap % BEHAVIOURS.size());
            Path delivered = Distribution.folder().resolve("bundles").resolve(bundle + "-1.0.0.jar");
            Path jar = Reissue.of(delivered, "1.0." + swap, folder);
            JsonNode record = operator.swap(jar, Duration.ZERO);
            Files.delete(jar);
            assertThat(record.path("verdict").asString())
                    .as("swap %d: %s", swap, record.path("reason").asString())
                    .isEqualTo("DONE");
        }
        return Size.of(operator, pid);
    }
}
