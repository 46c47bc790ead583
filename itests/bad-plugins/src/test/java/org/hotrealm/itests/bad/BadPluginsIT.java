package org.hotrealm.itests.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.itests.harness.PluginJar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each kind of bad plugin is swapped in for a good one under two players of a running server. It is refused or contained, the
 * operator is told in words, and after each the players still get their patches from a room that ticks with the good version.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadPluginsIT {

    private Path folder;
    private PluggedRealm realm;
    private int number;
    private String good = "";

    @BeforeAll
    void twoPlayersInARealmWithAGoodPlugin(@TempDir Path temporary) throws Exception {
        folder = temporary;
        realm = new PluggedRealm(folder, "");
        replaced("good");
    }

    @AfterAll
    void stop() {
        realm.close();
    }

    /** The next version, with this fault. */
    private PluginJar plugin(String fault) {
        return PluggedRealm.plugin("1.0." + ++number, fault, folder.resolve("sign-" + number));
    }

    /** Swaps in the next version, which has to come to stay; gives the reason. */
    private String replaced(String fault) throws Exception {
        Outcome outcome = realm.swap(plugin(fault).write(folder));
        assertThat(outcome.verdict()).as(outcome.reason()).isIn("DONE", "DIRTY");
        good = "1.0." + number;
        return outcome.reason();
    }

    /** Makes a fault happen that waits for its sign. */
    private void give(String sign) throws IOException {
        Files.writeString(folder.resolve(sign), "");
    }

    @AfterEach
    void thePlayersGoOnWithTheGoodVersion() throws Exception {
        assertThat(realm.versions()).as("the plugin in the players' room").containsExactly(good);
        realm.playsOn();
    }

    // --- refused

    @Test
    void missingImportIsRefusedAndNamed() throws Exception {
        Outcome outcome = realm.swap(plugin("good")
                .header("Import-Package", PluggedRealm.IMPORTS + ",com.example.economy")
                .write(folder));

        assertThat(outcome.verdict()).isEqualTo("REFUSED");
        assertThat(outcome.reason())
                .contains("does not fit this server")
                .contains("it imports the package com.example.economy, which no bundle here exports");
    }

    @Test
    void importOfAnotherVersionIsRefusedAndNamedWithTheOneThatIsHere() throws Exception {
        Outcome outcome = realm.swap(plugin("good")
                .header("Import-Package", "org.osgi.framework,org.hotrealm.realm.api;version=\"[9,10)\"")
                .write(folder));

        assertThat(outcome.verdict()).isEqualTo("REFUSED");
        assertThat(outcome.reason())
                .contains("it imports the package org.hotrealm.realm.api as")
                .contains("9.0.0")
                .contains("but here it is 2.")
                .contains("from org.hotrealm.realm.api");
    }

    @Test
    void sameNameAndVersionASecondTimeIsRefused() throws Exception {
        Outcome outcome = realm.swap(PluggedRealm.plugin(good, "throws", folder.resolve("sign"))
                .header("Another-Build", "yes")
                .write(folder));

        assertThat(outcome.verdict()).isEqualTo("REFUSED");
        assertThat(outcome.reason())
                .contains("%s %s is what runs already; give the new build a higher version"
                        .formatted(PluggedRealm.NAME, good));
    }

    @Test
    void tornJarIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(plugin("good").write(folder));
        Path torn = Files.write(folder.resolve("torn.jar"), java.util.Arrays.copyOf(whole, whole.length * 2 / 3));

        Outcome outcome = realm.swap(torn);

        assertThat(outcome.verdict()).isEqualTo("REFUSED");
        assertThat(outcome.reason()).contains("torn.jar is no whole jar").contains("copy it again or build it again");
    }

    @Test
    void jarThatIsWrittenToWhileItIsReadIsRefused() throws Exception {
        Path jar = plugin("good").write(folder);
        byte[] whole = Files.readAllBytes(jar);
        Thread writer = Thread.ofPlatform().start(() -> writeOn(jar, whole));
        List<Outcome> outcomes = new ArrayList<>();
        do {
            outcomes.add(realm.swap(jar, "\"dryRun\":true"));
        } while (!outcomes.getLast().verdict().equals("REFUSED"));
        writer.interrupt();
        writer.join();

        assertThat(outcomes.getLast().reason()).containsAnyOf("changed while it was read", "is no whole jar");
    }

    private static void writeOn(Path jar, byte[] whole) {
        while (!Thread.currentThread().isInterrupted()) {
            try (OutputStream out = Files.newOutputStream(jar)) {
                out.write(whole, 0, whole.length / 2);
                out.write(whole, whole.length / 2, whole.length - whole.length / 2);
            } catch (IOException interrupted) {
                return;
            }
        }
    }

    // --- rolled back

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start throws     | it failed to start org.example.plug: java.lang.IllegalStateException: no start today
            start hangs      | to start org.example.plug took more than 3000 ms
            system throws    | started, but does not provide [plug]
            phase throws     | failures under the new version
            throws           | failures under the new version
            throws an error  | failures under the new version
            recurs           | failures under the new version
            """)
    void whatThrowsOrHangsIsRolledBackInWords(String fault, String words) throws Exception {
        Outcome outcome = realm.swap(plugin(fault).write(folder));

        assertThat(outcome.reason()).contains(words);
        assertThat(outcome.verdict()).isEqualTo("ROLLED_BACK");
    }

    @Test
    void systemThatLoopsForEverIsSeenWithinASecondAndRolledBack() throws Exception {
        Files.deleteIfExists(folder.resolve("enough"));
        Outcome outcome = realm.swap(plugin("loops").write(folder));

        assertThat(outcome.verdict()).isEqualTo("ROLLED_BACK");
        assertThat(outcome.reason()).containsAnyOf("does not come to the end of 'tick plug'", "failures under the new");
        // How soon is for the engine's own tests, whose clock obeys: here other programs keep the watchdog waiting.
        realm.line("plug=1.0.%d]: hook 'tick plug' has been running for".formatted(number));
        give("enough");
    }

    // --- contained: good at first, bad later

    @Test
    void roomGoesOnWithoutASystemThatLoopsForEverLater() throws Exception {
        Files.deleteIfExists(folder.resolve("enough"));
        replaced("later loops");
        String version = good;

        give("sign-" + number);

        realm.line("without plug=" + version);
        assertThat(realm.versions()).isEmpty();
        realm.playsOn();
        assertThat(realm.health()).contains("misses [plug]").contains("realm:swap FILE");
        give("enough");
        replaced("good");
    }

    @Test
    void roomGoesOnWithoutASystemThatWaitsForEverLater() throws Exception {
        replaced("later waits");
        String version = good;

        give("sign-" + number);

        realm.line("without plug=" + version);
        realm.playsOn();
        replaced("good");
    }

    // --- what cannot be undone is told

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void threadThatIsLeftBehindIsNamed() throws Exception {
        replaced("leaks a thread");

        String reason = replaced("good");

        assertThat(reason).contains("are still in memory").contains("its threads still run: ", "left behind");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void versionThatThrowsAsItStopsGoesAllTheSame() throws Exception {
        replaced("stop throws");

        assertThat(replaced("good")).contains("runs 1.0." + number);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void versionThatHangsAsItStopsIsLeftAndNamed() throws Exception {
        replaced("stop hangs");

        String reason = replaced("good");

        assertThat(reason)
                .contains("the old version is not gone")
                .contains("to stop org.example.plug took more than 3000 ms");
    }
}
