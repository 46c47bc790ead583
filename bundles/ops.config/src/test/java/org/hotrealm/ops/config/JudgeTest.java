package org.hotrealm.ops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private final Judge judge = new Judge(Examples.variables(Map.of("SHOP_PORT", "4000", "BAD", "many")));

    @TempDir
    Path folder;

    @Test
    void rightValuesGetTheTypesOfTheComponent() throws Exception {
        Map<String, Object> settings = judged("""
                {"port": 80, "seed": 5, "slow.factor": 2, "open": false, "hosts": ["x"], "levels": [1, 2],
                 "mode": "safe", "service.ranking": 7, "shop.target": "(a=b)"}""");

        assertThat(settings)
                .containsEntry("port", 80)
                .containsEntry("seed", 5L)
                .containsEntry("slow.factor", 2.0)
                .containsEntry("open", false)
                .containsEntry("hosts", new String[] {"x"})
                .containsEntry("levels", new Integer[] {1, 2})
                .containsEntry("mode", "safe")
                .containsEntry("service.ranking", 7L)
                .containsEntry("shop.target", "(a=b)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"prot\": 80 | there is no setting 'prot' in org.hotrealm.shop.Shop: did you mean 'port'?",
                "\"zzz\": 80 | there is no setting 'zzz' in org.hotrealm.shop.Shop: there are hosts, levels,",
                "\"port\": \"80\" | port is \"80\", a whole number is needed",
                "\"port\": 80.5 | port is 80.5, a whole number is needed",
                "\"port\": [80] | port is a list, a whole number is needed",
                "\"port\": 70000 | port is 70000, allowed are 0 to 65535",
                "\"port\": 9999999999 | port is 9999999999, a whole number is needed",
                "\"slow.factor\": 1 | slow.factor is 1, allowed are numbers from 1.1",
                "\"open\": \"yes\" | open is \"yes\", true or false is needed",
                "\"hosts\": \"a\" | hosts is \"a\", a list is needed: [\"a\"]",
                "\"hosts\": [1] | hosts is 1, text in quotes is needed",
                "\"levels\": [1, 0] | levels is 0, allowed are numbers from 1",
                "\"mode\": \"slow\" | mode is \"slow\", allowed are fast, safe",
                "\"password\": 5 | password is (secret), text in quotes is needed",
                "\"port\": \"$[env:BAD]\" | port is \"many\", a whole number is needed by $[env:BAD]",
                "\"port\": \"$[env:NOWHERE]\" | a whole number is needed by $[env:NOWHERE]"
            })
    void aMistakeIsNamedWithItsLineAndWhatToDo(String setting, String reason) throws IOException {
        Path file = file("{\n  // the shop\n  " + setting + "\n}");

        assertThat(catchThrowableOfType(ConfigFile.Refused.class, () -> judge(file))
                        .problems())
                .singleElement()
                .asString()
                .startsWith(file + " line 3 column ")
                .contains(reason);
    }

    @Test
    void everyMistakeOfAFileIsTold() throws IOException {
        Path file = file("{\n  \"port\": true,\n  \"open\": 1\n}");

        assertThat(catchThrowableOfType(ConfigFile.Refused.class, () -> judge(file))
                        .problems())
                .extracting(Problem::line)
                .containsExactly(2, 3);
    }

    @Test
    void placeholdersAreJudgedByWhatTheyComeToAndHandedOn() throws Exception {
        assertThat(judged(
                        "{\"port\": \"$[env:SHOP_PORT;type=Integer;default=1]\", \"seed\": \"$[env:NONE;default=3]\"}"))
                .containsEntry("port", "$[env:SHOP_PORT;type=Integer;default=1]")
                .containsEntry("seed", "$[env:NONE;default=3]");
    }

    private Map<String, Object> judged(String text) throws Exception {
        return judge(file(text));
    }

    private Map<String, Object> judge(Path file) throws ConfigFile.Refused {
        return judge.judge(Examples.shop(), ConfigFile.read(file));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve(Examples.PID + ".json"), text);
    }
}
