package org.hotrealm.itests.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hotrealm.itests.features.Lanterns.Lamp;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.harness.Operator.Said;
import org.hotrealm.itests.harness.RunningServer;
import org.hotrealm.itests.reissue.Reissue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Features come, change and go while the server runs, and are as they were after a restart. */
@Timeout(600)
class FeaturesAtRuntimeIT {

    private static final Duration UP = Duration.ofMinutes(3);

    @TempDir
    Path data;

    @TempDir
    Path temp;

    private RunningServer server;
    private Operator operator;
    private Lanterns lanterns;

    @BeforeEach
    void start() {
        lanterns = new Lanterns(temp);
        server = RunningServer.start(Distribution.folder(), data, Map.of()).awaitUp(UP);
        operator = new Operator(server);
    }

    @AfterEach
    void stop() {
        operator.close();
        server.close();
    }

    private void restart() throws InterruptedException {
        operator.close();
        assertThat(server.terminate(Duration.ofSeconds(20))).isZero();
        start();
    }

    private Said feature(String... words) throws IOException, InterruptedException {
        String[] all = new String[words.length + 3];
        all[0] = "realm:feature";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--soak";
        all[words.length + 2] = "0ms";
        return operator.says(all);
    }

    private String lamps() throws IOException, InterruptedException {
        return operator.says("realm:bundles", "test.").text();
    }

    @Test
    void aFeatureOfTheServerGoesAndComesBackWhileItRuns() throws Exception {
        assertThat(operator.look("/metrics").status()).isEqualTo(200);

        assertThat(feature("remove", "metrics").text())
                .contains("org.hotrealm.metrics.prometheus 1.0.0 is out; 1.0.0 is collected");

        assertThat(operator.look("/metrics").status()).isEqualTo(404);
        assertThat(operator.says("realm:features").text()).containsPattern("metrics +1\\.0\\.0 +available");

        restart();
        assertThat(operator.look("/metrics").status()).isEqualTo(404);

        assertThat(feature("install", "metrics").status()).isEqualTo(200);
        assertThat(operator.look("/metrics").status()).isEqualTo(200);
        assertThat(operator.says("realm:features").text()).containsPattern("metrics +1\\.0\\.0 +installed");
    }

    @Test
    void aFeatureIsInstalledUpgradedDowngradedAndRemovedAsOne() throws Exception {
        Path first = lanterns.feature("1.0.0", Lamp.of("test.oil", "1.0.0"), Lamp.of("test.wick", "1.0.0"));
        assertThat(feature("install", first.toString()))
                .extracting(Said::status)
                .isEqualTo(200);
        assertThat(lamps()).containsPattern("active +test.oil +1.0.0").containsPattern("active +test.wick +1.0.0");

        Path second = lanterns.feature("1.1.0", Lamp.of("test.oil", "1.1.0"), Lamp.of("test.glass", "1.0.0"));
        assertThat(feature("upgrade", second.toString()))
                .extracting(Said::status)
                .isEqualTo(200);
        assertThat(lamps())
                .containsPattern("active +test.oil +1.1.0")
                .containsPattern("active +test.glass +1.0.0")
                .doesNotContain("test.wick");

        restart();
        assertThat(lamps()).containsPattern("active +test.oil +1.1.0").doesNotContain("test.wick");
        assertThat(operator.says("realm:features").text()).containsPattern("lanterns +1\\.1\\.0 +installed");

        // The files of the first version are gone; the server has kept what it needs.
        Files.delete(first);
        Files.delete(first.resolveSibling("test.oil-1.0.0.jar"));
        assertThat(feature("downgrade", "lanterns/1.0.0"))
                .extracting(Said::status)
                .isEqualTo(200);
        assertThat(lamps())
                .containsPattern("active +test.oil +1.0.0")
                .containsPattern("active +test.wick +1.0.0")
                .doesNotContain("test.glass");

        assertThat(feature("remove", "lanterns")).extracting(Said::status).isEqualTo(200);
        assertThat(lamps()).startsWith("none");
    }

    @Test
    void overHttpAFeatureComesWithItsSettingsAndTakesThemAlong() throws Exception {
        assertThat(operator.look("/features").text()).contains("\"feature\":\"metrics\"", "\"state\":\"installed\"");
        Path first = lanterns.feature("1.0.0", Lamp.of("test.oil", "1.0.0"));
        Lanterns.configure(first, "{\"org.hotrealm.room.engine.RoomEngine\": {\"rooms.most\": 77}}");

        Said dry = operator.post("/features", wanted("install", first.toString(), ", \"dryRun\": true"));
        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.text()).contains("\"verdict\":\"DRY_RUN\"");
        assertThat(roomsMost()).containsPattern("rooms.most += 5000 +default");

        Said done = operator.post("/features", wanted("install", first.toString(), ", \"soak\": \"0ms\""));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("\"done\":true").contains("test.oil");
        assertThat(roomsMost()).containsPattern("rooms.most += 77 +.*lanterns.json line");

        restart();
        assertThat(roomsMost()).containsPattern("rooms.most += 77 +.*lanterns.json line");

        Said unknown = operator.post("/features", wanted("upgrade", "nothing", ""));
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.text()).contains("no feature nothing is known here");
        assertThat(operator.post("/features", wanted("burn", "lanterns", "")).status())
                .isEqualTo(400);

        assertThat(operator.post("/features", wanted("remove", "lanterns", ", \"soak\": \"0ms\""))
                        .status())
                .isEqualTo(200);
        assertThat(roomsMost()).containsPattern("rooms.most += 5000 +default");
    }

    private static String wanted(String way, String feature, String more) {
        return "{\"way\": \"%s\", \"feature\": \"%s\"%s}".formatted(way, feature.replace("\\", "\\\\"), more);
    }

    private String roomsMost() throws IOException, InterruptedException {
        return operator.says("realm:config", "RoomEngine").text();
    }

    @Test
    void aBundleThatStartsBeforeTheSwapperIsInForceAfterARestartToo() throws Exception {
        Path delivered = Distribution.folder().resolve("bundles/org.hotrealm.ops.config-1.0.0.jar");
        Path next = Reissue.of(delivered, "1.0.1", temp);
        assertThat(operator.says("realm:swap", next.toString()).text()).contains("DONE");
        assertThat(operator.says("realm:features").text()).contains("org.hotrealm.ops.config is 1.0.1");

        restart();

        assertThat(operator.says("realm:bundles", "ops.config").text())
                .containsPattern("active +org.hotrealm.ops.config +1.0.1")
                .doesNotContain("1.0.0");
    }

    @Test
    void whereTheLastBundleIsBadAllAreAsBefore() throws Exception {
        Path first = lanterns.feature("1.0.0", Lamp.of("test.oil", "1.0.0"), Lamp.of("test.wick", "1.0.0"));
        assertThat(feature("install", first.toString()))
                .extracting(Said::status)
                .isEqualTo(200);

        Path unfit = lanterns.feature(
                "1.1.0",
                Lamp.of("test.oil", "1.1.0"),
                new Lamp("test.wick", "1.1.0", "Import-Package", "test.nowhere"));
        Said refused = feature("upgrade", unfit.toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("REFUSED").contains("test.nowhere, which no bundle here exports");

        Path failing = lanterns.feature(
                "1.2.0",
                Lamp.of("test.oil", "1.2.0"),
                new Lamp("test.wick", "1.2.0", "Bundle-Activator", "test.Nothing"));
        Said rolledBack = feature("upgrade", failing.toString());
        assertThat(rolledBack.status()).isEqualTo(422);
        assertThat(rolledBack.text()).contains("ROLLED_BACK").contains("test.Nothing");

        assertThat(lamps())
                .containsPattern("active +test.oil +1.0.0")
                .containsPattern("active +test.wick +1.0.0")
                .doesNotContain("1.1.0", "1.2.0");
        assertThat(operator.says("realm:features").text()).containsPattern("lanterns +1\\.0\\.0 +installed");
    }

    @Test
    void whatOthersNeedStaysAndTheRefusalTellsWho() throws Exception {
        Said core = feature("remove", "core");
        assertThat(core.status()).isEqualTo(422);
        assertThat(core.text()).contains("is needed by").contains("game (").contains("net (");

        assertThat(feature("remove", "ops").text())
                .contains("org.hotrealm.ops.upgrade")
                .contains("cannot go");
        assertThat(feature("remove", "org.hotrealm.monster.ai").text()).contains("is a bundle of game");
        assertThat(feature("remove", "test.nothing").text()).contains("test.nothing is not installed");
        assertThat(feature("upgrade", "metrics").text()).contains("is no upgrade of metrics/1.0.0");
        assertThat(feature("install", temp.resolve("none.json").toString()).text())
                .contains("there is no feature file");
    }
}
