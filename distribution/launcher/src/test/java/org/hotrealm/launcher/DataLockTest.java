package org.hotrealm.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {

    @TempDir
    Path data;

    @Test
    void aFolderInUseIsRefusedAndFreeAgainAfterwards() throws IOException {
        try (DataLock held = DataLock.take(data)) {
            assertThatThrownBy(() -> DataLock.take(data))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("HOTREALM_DATA");
        }
        DataLock.take(data).close();
    }
}
