package org.hotrealm.itests.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotrealm.itests.harness.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin uses up the memory in its tick. Mostly it is the one that is refused more, and everybody plays on. Memory is
 * everybody's, though: where it is a thread that nobody knows the need of, the server ends with words and a code of its own, and what
 * starts it again has the version before.
 */
class MemoryIT {

    private static final int OUT_OF_MEMORY = 3;
    private static final String LITTLE = "-Xmx320m";

    @TempDir
    Path folder;

    private PluginJar plugin(String version, String fault) {
        return PluggedRealm.plugin(version, fault, folder.resolve("sign"));
    }

    @Test
    void versionThatUsesUpTheMemoryIsRolledBack() throws Exception {
        try (PluggedRealm realm = new PluggedRealm(folder, LITTLE)) {
            assertThat(realm.swap(plugin("1.0.0", "good").write(folder)).verdict())
                    .isEqualTo("DONE");
            if (rolledBack(realm)) {
                return;
            }
            endedInWords(realm);
        }
        try (PluggedRealm again = new PluggedRealm(folder, LITTLE)) {
            assertThat(again.last().verdict()).isEqualTo("ROLLED_BACK");
            assertThat(again.last().reason()).contains("the server ended during", "plug 1.0.0 is in force, as before");
            assertThat(again.versions()).containsExactly("1.0.0");
        }
    }

    /** Whether the server has lived through it. */
    private boolean rolledBack(PluggedRealm realm) throws Exception {
        try {
            Outcome outcome = realm.swap(plugin("1.0.1", "allocates").write(folder));
            assertThat(outcome.verdict()).isEqualTo("ROLLED_BACK");
            assertThat(outcome.reason())
                    .containsAnyOf(
                            "failures under the new version",
                            "come to the end of",
                            "have not ended a single tick",
                            "OutOfMemoryError");
            assertThat(realm.versions()).containsExactly("1.0.0");
            realm.playsOn();
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    @Test
    void systemThatUsesUpTheMemoryLaterIsSwitchedOff() throws Exception {
        try (PluggedRealm realm = new PluggedRealm(folder, LITTLE)) {
            assertThat(realm.swap(plugin("1.0.0", "later allocates").write(folder))
                            .verdict())
                    .isEqualTo("DONE");

            Files.writeString(folder.resolve("sign"), "");
            realm.anyLine("is switched off in this room", "without plug=1.0.0");

            try {
                realm.playsOn();
            } catch (IOException ended) {
                endedInWords(realm);
            }
        }
    }

    private static void endedInWords(PluggedRealm realm) throws InterruptedException {
        assertThat(realm.exitCode()).isEqualTo(OUT_OF_MEMORY);
        assertThat(realm.output()).contains("The memory is used up", "to be started again");
    }
}
