package org.hotrealm.itests.promise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.hotrealm.itests.harness.RunningServer;
import org.hotrealm.itests.reissue.Reissue;
import tools.jackson.databind.JsonNode;

/** A server and the bots that play on it. One thread. */
final class Scene implements AutoCloseable {

    private static final int BOTS = 50;
    private static final Duration SOAK = Duration.ofMillis(300);
    private static final long PROOF_SECONDS = 60;
    /** And not "whether 1.0.0 is collected tells realm:swaps 7", which the answer says before anybody knows. */
    private static final Pattern PROVEN = Pattern.compile("is collected(?! tells)");

    private final RunningServer server;
    private final Operator operator;
    private final Bots bots;
    private final Map<String, Path> delivered;
    private final Path folder;
    private final Map<String, String> running;

    Scene(RunningServer server, Map<String, Path> delivered, Path folder) {
        this.server = server;
        this.delivered = delivered;
        this.folder = folder;
        operator = new Operator(server.operatorPort());
        bots = new Bots(server.port(), BOTS, "--relay");
        running = operator.bundles();
    }

    /** Whether a bundle belongs to this server. */
    boolean installed(String bundle) {
        return running.containsKey(bundle);
    }

    /** Swaps a bundle for its own code under the next version. */
    Swap swap(String bundle, Kind promised) throws IOException, InterruptedException {
        Path jar = delivered.get(bundle);
        String version = next(Promises.header(jar, "Bundle-Version"));
        Map<String, String> before = operator.bundles();
        Map<String, String> wanted = new TreeMap<>(before);
        wanted.put(bundle, version + " active");
        long late = operator.lateTicks();
        bots.remember();
        JsonNode record = proven(operator.swap(Reissue.of(jar, version, folder), SOAK));
        if (record.path("verdict").asString().equals("DIRTY")) {
            keepEvidence(bundle);
        }
        Fate fate = bots.look();
        return new Swap(
                bundle, promised, record, before, wanted, operator.bundles(), fate, BOTS, operator.lateTicks() - late);
    }

    /** What cannot be told from the outside: who holds the old version. */
    private void keepEvidence(String bundle) throws IOException, InterruptedException {
        Path dump = Path.of("target", "dirty-" + bundle + ".hprof").toAbsolutePath();
        Files.deleteIfExists(dump);
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(server.pid()),
                        "GC.heap_dump",
                        dump.toString())
                .inheritIO()
                .start()
                .waitFor(PROOF_SECONDS, TimeUnit.SECONDS);
    }

    /** Where the answer comes before the old version is gone, the record tells later. */
    private JsonNode proven(JsonNode record) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PROOF_SECONDS);
        JsonNode known = record;
        while (known.path("verdict").asString().equals("DONE")
                && !PROVEN.matcher(known.path("reason").asString()).find()
                && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
            for (JsonNode each : operator.swaps()) {
                if (each.path("id").asLong() == record.path("id").asLong()) {
                    known = each;
                    break;
                }
            }
        }
        return known;
    }

    /** The version after this one. */
    private static String next(String version) {
        String[] parts = version.split("\\.", -1);
        return "%s.%s.%d".formatted(parts[0], parts[1], Integer.parseInt(parts[2]) + 1);
    }

    /** Whether the promise of its kind was kept, and the server is well. */
    void check(Swap swap) {
        SoftAssertions softly = new SoftAssertions();
        swap.promised().check(swap, softly);
        softly.assertThat(operator.health())
                .as("health")
                .doesNotContain("CRITICAL")
                .doesNotContain("HEALTH_CHECK_ERROR");
        softly.assertAll();
    }

    @Override
    public void close() {
        bots.close();
        server.close();
    }
}
