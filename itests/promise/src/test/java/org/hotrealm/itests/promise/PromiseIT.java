package org.hotrealm.itests.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RedisProcess;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Fifty bots play while every bundle of the distribution in turn is swapped for the same code under the next version. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromiseIT {

    private static final Duration UP = Duration.ofMinutes(2);

    private final Map<String, Kind> table = Promises.table();
    private final Map<String, Path> delivered = Promises.delivered();
    private final TreeSet<String> swapped = new TreeSet<>();

    @TempDir
    Path folder;

    @Test
    void everyBundleOfTheDistributionHasARow() {
        assertThat(table.keySet())
                .as("bundles in src/test/resources/promises.csv: write down what a new one promises")
                .containsExactlyInAnyOrderElementsOf(delivered.keySet());
    }

    @TestFactory
    Stream<DynamicTest> onOneNode() throws IOException {
        Scene scene = new Scene(start("one", Map.of()), delivered, folder);
        return tests(scene).onClose(scene::close);
    }

    @TestFactory
    Stream<DynamicTest> onANodeOfACluster() throws IOException {
        RedisProcess redis = new RedisProcess(Files.createDirectories(folder.resolve("redis")));
        Scene scene = new Scene(start("cluster", Map.of("REDIS_URL", redis.url())), delivered, folder);
        return tests(scene).onClose(() -> {
            scene.close();
            redis.close();
        });
    }

    /** With a room of another type than the realm, of which nothing is configured by default. */
    private RunningServer start(String name, Map<String, String> environment) throws IOException {
        Path config = Distribution.config(folder.resolve(name + "-config"));
        Files.writeString(config.resolve("org.hotrealm.room.basic.Relay.json"), "{\"hold.seconds\": 60}");
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOTREALM_CONFIG", config.toString());
        return RunningServer.start(Distribution.folder(), folder.resolve(name), all)
                .awaitUp(UP);
    }

    /** Of whatever runs there and has not had its turn. */
    private Stream<DynamicTest> tests(Scene scene) {
        return table.entrySet().stream()
                .filter(row -> scene.installed(row.getKey()) && !swapped.contains(row.getKey()))
                .map(row -> DynamicTest.dynamicTest(row.getKey() + " is a " + row.getValue(), () -> {
                    swapped.add(row.getKey());
                    Swap swap = scene.swap(row.getKey(), row.getValue());
                    System.out.println(swap.line());
                    scene.check(swap);
                }));
    }

    @AfterAll
    void everyRowHadItsTurn() {
        assertThat(swapped).containsExactlyInAnyOrderElementsOf(table.keySet());
    }
}
