package org.hotrealm.ops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

    @TempDir
    Path folder;

    @Test
    void valuesKeepTheirTypesAndTheirPlaces() throws Exception {
        Path file = file("a.b.C.json", """
                {
                  // comments are allowed
                  "port": 2567, "secure": false,
                  /* of both
                     kinds */ "hosts": ["one", "two"],
                  "ratio": 0.5,
                }""");
        Map<String, Placed> values = ConfigFile.read(file);

        assertThat(values.values())
                .containsExactly(
                        new Placed(file, "port", 2567L, 3, 11),
                        new Placed(file, "secure", false, 3, 27),
                        new Placed(file, "hosts", List.of("one", "two"), 5, 24),
                        new Placed(file, "ratio", 0.5, 6, 12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{>  \"port\": 2567,>  oops>} | line 3 column 3 | Unexpected character ('o'",
                "{>  \"port\": 2567 | line 2 | end-of-input",
                "{>  \"port\": 1,>  \"port\": 2>} | line 3 column 3 | port is set in line 2 already",
                "{>  \"a\": null>} | line 2 column 8 | leave the line out for the default",
                "{>  \"a\": {\"b\": 1}>} | line 2 column 8 | a is an object",
                "{>  \"a\": [1, [2]]>} | line 2 | a is a list in a list",
                "{>  \"a\": 99999999999999999999>} | line 2 | too large a number",
                "[1] | line 1 column 1 | it has to begin with {",
                "~~ | line 1 | it has to begin with {",
                "{} {} | line 1 column 4 | something follows"
            })
    void aBrokenFileIsRefusedWithItsPlaceAndAReason(String text, String place, String reason) throws IOException {
        Path file = file("broken.json", text.replace(">", "\n"));

        assertThat(catchThrowableOfType(ConfigFile.Refused.class, () -> ConfigFile.read(file))
                        .problems())
                .singleElement()
                .asString()
                .startsWith(file + " " + place)
                .contains(reason);
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path file = folder.resolve("bytes.json");
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});

        assertThat(catchThrowableOfType(ConfigFile.Refused.class, () -> ConfigFile.read(file)))
                .hasMessageContaining("UTF-8");
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
