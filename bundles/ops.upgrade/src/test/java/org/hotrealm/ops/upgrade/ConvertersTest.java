package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hotrealm.ops.api.SwapKind;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.upgrade.fixture.Keeper;
import org.hotrealm.room.api.Vault;
import org.hotrealm.room.vault.MemoryVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** State whose shape changes between two versions of its owner. */
class ConvertersTest {

    private static final Settings SETTINGS = new Settings(Duration.ofSeconds(2), Duration.ofSeconds(20), 3, 5);

    private static final String NAME = "test.keeper";

    @TempDir
    Path folder;

    private TestFramework framework;
    private Upgrades upgrades;

    @BeforeEach
    void purseOfTheFirstSchema() throws Exception {
        System.clearProperty(Keeper.PARKED);
        framework = new TestFramework(folder, 100);
        framework.context().registerService(Vault.class, new MemoryVault(), null);
        TestRooms rooms = new TestRooms(framework.context());
        Folders folders = new Folders(
                folder.resolve("data/upgrades"), folder.resolve("data/swaps"), folder.resolve("deploy"), List.of());
        upgrades = new Upgrades(framework.context(), SETTINGS, folders);
        upgrades.use(rooms, rooms);
        framework.install(keeper("1.0.0", 1, 1, Map.of()), 20);
    }

    @AfterEach
    void stop() throws Exception {
        upgrades.close();
        framework.close();
    }

    private Path keeper(String version, int schema, int from, Map<String, String> more) throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Bundle-Activator", Keeper.class.getName(),
                "Import-Package", "org.osgi.framework,org.hotrealm.room.api",
                "Keeper-Schema", Integer.toString(schema),
                "Provide-Capability",
                        "org.hotrealm.state;kind=purse;schema:Long=%d;from:Long=%d;in=bundle".formatted(schema, from)));
        headers.putAll(more);
        var manifest = TestJars.manifest(NAME, version);
        headers.forEach(manifest.getMainAttributes()::putValue);
        return TestJars.write(folder.resolve(NAME + "-" + version + ".jar"), manifest, Keeper.class);
    }

    private SwapRecord swap(Path jar) throws Exception {
        SwapRequest request = SwapRequest.of(jar.toString(), "test").soaking(Duration.ofMillis(20));
        return upgrades.swap(request, step -> {}).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private List<String> running() {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> NAME.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getVersion().toString())
                .toList();
    }

    private Object purse() {
        ServiceReference<Supplier> reference = framework.context().getServiceReference(Supplier.class);
        return framework.context().getService(reference).get();
    }

    @Test
    void whatTheOldVersionWroteIsConvertedByTheNewOne() throws Exception {
        SwapRecord record = swap(keeper("2.0.0", 2, 1, Map.of()));

        assertThat(record.verdict()).as(record.reason()).isIn(Verdict.DONE, Verdict.DIRTY);
        assertThat(record.parts().getFirst().kind()).isEqualTo(SwapKind.STATE);
        assertThat(record.steps()).extracting(SwapRecord.Step::name).contains("stand by", "park", "restore");
        assertThat(running()).containsExactly("2.0.0");
        assertThat(purse()).isEqualTo("7 gold");
    }

    @Test
    void missingConverterIsRefusedBeforeAnythingIsTouched() throws Exception {
        SwapRecord record = swap(keeper("3.0.0", 3, 2, Map.of()));

        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason())
                .isEqualTo(
                        "test.keeper 3.0.0 has no converter for the state 'purse' of schema 1 that runs here: it reads"
                                + " schema 2 to 3. Go by a version between them");
        assertThat(record.steps()).extracting(SwapRecord.Step::name).doesNotContain("start", "park");
        untouched();
    }

    @Test
    void versionThatDoesNotSayThatItReadsTheStateIsRefused() throws Exception {
        SwapRecord record = swap(keeper("2.0.0", 2, 1, Map.of("Provide-Capability", "org.hotrealm.swap;kind=state")));

        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("does not say that it reads the state 'purse'");
        untouched();
    }

    private void untouched() {
        assertThat(running()).containsExactly("1.0.0");
        assertThat(Integer.getInteger(Keeper.PARKED))
                .as("how often it was parked")
                .isNull();
        assertThat(purse()).isEqualTo("7");
    }

    @Test
    void failingConverterRollsBackWithTheOldStateWhole() throws Exception {
        SwapRecord record = swap(keeper("2.0.0", 2, 1, Map.of("Fault", "converter throws")));

        assertThat(record.verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(record.reason()).isEqualTo("a purse of 7 makes no sense");
        assertThat(running()).containsExactly("1.0.0");
        assertThat(purse()).isEqualTo("7");
        assertThat(swap(keeper("2.0.1", 2, 1, Map.of())).to()).isEqualTo("2.0.1");
        assertThat(purse()).isEqualTo("7 gold");
    }
}
