package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.junit.jupiter.api.Test;

/** What is refused before anything starts. */
class RefusedTest extends MonstersRealm {

    @Test
    void jarThatChangesWhileItIsReadIsRefused() throws Exception {
        Path jar = TestJars.monsters(folder, "1.1.0");
        byte[] whole = Files.readAllBytes(jar);
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try (var out = Files.newOutputStream(jar)) {
                    out.write(whole, 0, whole.length / 2);
                    out.write(whole, whole.length / 2, whole.length - whole.length / 2);
                } catch (IOException interrupted) {
                    return;
                }
            }
        });
        List<SwapRecord> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(swap(SwapRequest.of(jar.toString(), "test").dry()));
        }
        writer.interrupt();
        writer.join();

        assertThat(records)
                .filteredOn(record -> record.verdict() == Verdict.REFUSED)
                .isNotEmpty()
                .allSatisfy(record ->
                        assertThat(record.reason()).containsAnyOf("changed while it was read", "is no whole jar"));
        assertNothingChanged();
    }

    @Test
    void missingImportIsNamed() throws Exception {
        SwapRecord record = swap(
                TestJars.monsters(folder, "1.1.0", Map.of("Import-Package", "org.osgi.framework,com.acme.dragons")));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("imports the package com.acme.dragons, which no bundle here exports");
        assertNothingChanged();
    }

    @Test
    void importInAnotherVersionIsNamedWithTheOneThatIsHere() throws Exception {
        SwapRecord record = swap(TestJars.monsters(
                folder,
                "1.1.0",
                Map.of("Import-Package", "org.osgi.framework,org.hotrealm.room.api;version=\"[2.0,3)\"")));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("org.hotrealm.room.api").contains("here it is 1.0.0");
        assertNothingChanged();
    }

    @Test
    void tornJarIsRefused() throws Exception {
        Path whole = TestJars.monsters(folder, "1.1.0");
        byte[] bytes = Files.readAllBytes(whole);
        Path torn = Files.write(folder.resolve("torn.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(torn, "no whole jar");
    }

    @Test
    void jarWithADamagedMiddleIsRefused() throws Exception {
        Path whole = TestJars.monsters(folder, "1.1.0");
        byte[] bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20, (byte) 0x55);
        assertRefused(Files.write(folder.resolve("damaged.jar"), bytes), "no whole jar");
    }

    @Test
    void whatIsNoSwappableBundleIsRefusedInWords() throws Exception {
        java.util.jar.Manifest plain = new java.util.jar.Manifest();
        plain.getMainAttributes().put(java.util.jar.Attributes.Name.MANIFEST_VERSION, "1.0");
        assertRefused(TestJars.write(folder.resolve("plain.jar"), plain), "is no OSGi bundle");
        assertRefused(TestJars.monsters(folder, "1.1.0", Map.of("Fragment-Host", "test.other")), "is a fragment");
        assertRefused(
                TestJars.monsters(folder, "1.1.0", Map.of("Export-Package", "org.hotrealm.ops.upgrade.fixture")),
                "exports packages");
        assertRefused(TestJars.monsters(folder, "1.0.0"), "is what runs already");
        assertRefused(folder.resolve("none.jar"), "there is no file");
    }

    @Test
    void unknownRoomAndUnknownVersionAreRefused() throws Exception {
        Path jar = TestJars.monsters(folder, "1.1.0");
        SwapRecord room = swap(
                SwapRequest.of(jar.toString(), "test").in(List.of("nowhere")).soaking(Duration.ZERO));
        assertThat(room.reason()).contains("no such rooms on this node: [nowhere]");
        SwapRecord version = swap(SwapRequest.of("test.monsters/9.9.9", "test"));
        assertThat(version.reason()).contains("no jar of test.monsters 9.9.9 is known here");
        assertNothingChanged();
    }

    @Test
    void withoutARoomEngineASwapIsRefused() throws Exception {
        upgrades.close();
        upgrades = new Upgrades(framework.context(), SETTINGS, folders());
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0"));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("no room engine");
    }

    private void assertRefused(Path jar, String why) throws Exception {
        SwapRecord record = swap(jar);
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains(why);
        assertNothingChanged();
    }

    @Test
    void sameVersionFromAnotherBuildIsRefusedWhereItIsBesideAlready() throws Exception {
        swap(SwapRequest.of(TestJars.monsters(folder, "1.1.0").toString(), "test")
                .in(List.of("room-a"))
                .soaking(Duration.ZERO));
        SwapRecord record = swap(TestJars.monsters(folder, "1.1.0", Map.of("Built-By", "somebody else")));
        assertThat(record.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(record.reason()).contains("from another build");
    }
}
