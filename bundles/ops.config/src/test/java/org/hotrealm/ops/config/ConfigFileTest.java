package org.hotrealm.ops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

    @TempDir
    Path folder;

    @Test
    void valuesKeepTheirTypes() throws IOException {
        Dictionary<String, Object> settings = ConfigFile.read(file("a.b.C.json", """
                {
                  // comments are allowed
                  "port": 2567, "secure": false, "hosts": ["one", "two"], "ratio": 0.5
                }"""));

        assertThat(settings.get("port")).isEqualTo(2567L);
        assertThat(settings.get("secure")).isEqualTo(false);
        assertThat(settings.get("hosts")).isEqualTo(new String[] {"one", "two"});
        assertThat(settings.get("ratio")).isEqualTo(0.5);
    }

    @Test
    void aBrokenFileIsRefusedWithFileAndLine() {
        assertThatThrownBy(() -> ConfigFile.read(file("broken.json", "{\n  \"port\": 2567,\n  oops\n}")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("line 3");
    }

    @Test
    void theFilesNameIsThePid() {
        assertThat(ConfigFile.pid(Path.of("config", "org.example.Thing~one.json")))
                .isEqualTo("org.example.Thing~one");
        assertThat(ConfigFile.matches(Path.of("config", "logback.xml"))).isFalse();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
