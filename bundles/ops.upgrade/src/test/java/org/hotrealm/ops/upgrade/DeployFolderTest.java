package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hotrealm.ops.api.SwapRequest;
import org.junit.jupiter.api.Test;

/** Jars that are dropped into a folder. */
class DeployFolderTest extends MonstersRealm {

    @Test
    void droppedJarIsSwappedInOnceItIsAtRestAndNeverAgain() throws Exception {
        DeployFolder deploy = new DeployFolder(folders(), upgrades);
        Path dropped = folder.resolve("deploy");
        Files.createDirectories(dropped);
        Files.copy(TestJars.monsters(folder, "1.1.0"), dropped.resolve("monsters.jar"));
        deploy.look();
        assertThat(upgrades.records()).isEmpty();
        deploy.look();
        deploy.look();
        awaitRecords(1);
        new DeployFolder(folders(), upgrades).look();
        DeployFolder restarted = new DeployFolder(folders(), upgrades);
        restarted.look();
        restarted.look();
        swap(SwapRequest.of("test.monsters/1.0.0", "test"));
        assertThat(upgrades.records()).hasSize(2);
        assertThat(upgrades.records().getLast().who()).isEqualTo("deploy folder");
        assertThat(installed()).containsExactly("1.0.0");
        deploy.close();
    }

    private void awaitRecords(int count) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (upgrades.records().size() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(upgrades.records()).hasSize(count);
    }
}
