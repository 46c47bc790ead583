package org.hotrealm.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path home;

    @BeforeEach
    void aFileOfSettings() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/hotrealm.properties"), """
                features = core, game
                features.with.REDIS_URL = redis
                features.without.REDIS_URL = local
                start.timeout = 7
                framework.felix.log.level = 2
                """);
    }

    @Test
    void redisIsInstalledOnlyWhereItsAddressIsGiven() {
        assertThat(read(Map.of(), List.of()).features()).containsExactly("core", "game", "local");
        assertThat(read(Map.of("REDIS_URL", "redis://x"), List.of()).features())
                .containsExactly("core", "game", "redis");
    }

    @Test
    void featuresOfTheCommandLineAreAdded() {
        assertThat(read(Map.of(), List.of("itest")).features()).endsWith("itest");
    }

    @Test
    void environmentGoesBeforeTheFile() {
        assertThat(read(Map.of("HOTREALM_START_TIMEOUT", "9"), List.of()).startTimeout())
                .hasSeconds(9);
        assertThat(read(Map.of(), List.of()).startTimeout()).hasSeconds(7);
    }

    @Test
    void logsFollowTheDataFolder() {
        assertThat(read(Map.of(), List.of()).logs()).isEqualTo(home.resolve("logs"));
        assertThat(read(Map.of("HOTREALM_DATA", "/somewhere"), List.of()).logs())
                .isEqualTo(Path.of("/somewhere/logs"));
    }

    @Test
    void aTimeThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> read(Map.of("HOTREALM_START_TIMEOUT", "soon"), List.of()))
                .hasMessageContaining("start.timeout")
                .hasMessageContaining("soon");
    }

    @Test
    void frameworkPropertiesArePassedOn() {
        assertThat(read(Map.of(), List.of()).frameworkProperties()).containsEntry("felix.log.level", "2");
    }

    private Settings read(Map<String, String> env, List<String> features) {
        return Settings.read(home, features, env, new Properties());
    }
}
