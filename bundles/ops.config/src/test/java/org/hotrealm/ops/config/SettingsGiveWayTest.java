package org.hotrealm.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that a component does not start with give way to those it had. */
class SettingsGiveWayTest extends WithFolder {

    @Test
    void settingsThatTheComponentDoesNotStartWithGiveWayToThoseBefore() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        write(FILE, "{\"port\": 81}");
        config.scan();
        outcome.refusals.put(Examples.PID, "Port 81 is taken");
        config.scan();

        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 80));
        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(folder.resolve(FILE).toString())
                        .contains("Port 81 is taken"));
        assertThat(command.run(List.of("Shop"))).containsPattern("port += 80 ").contains("refused: ");

        config.scan();
        assertThat(problems()).as("until the file changes").hasSize(1);
        write(FILE, "{\"port\": 82}");
        config.scan();
        outcome.refusals.put(Examples.PID, "Port 82 is taken, too");
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 80));
        write(FILE, "{\"port\": 83}");
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 83));
        assertThat(problems()).isEmpty();
    }

    @Test
    void theFirstFileOfAComponentGivesWayToTheDefaults() throws IOException {
        start();
        write(FILE, "{\"port\": 81}");
        config.scan();
        outcome.refusals.put(Examples.PID, "Port 81 is taken");
        config.scan();

        assertThat(target.given).isEmpty();
        assertThat(command.run(List.of("Shop"))).containsPattern("port += 2567 +default");
    }

    @Test
    void ofTwoQuickEditsTheSettingsBeforeBothComeBack() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        write(FILE, "{\"port\": 81}");
        config.scan();
        write(FILE, "{\"port\": 82}");
        config.scan();
        outcome.refusals.put(Examples.PID, "Port 82 is taken");
        config.scan();

        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 80));
    }

    @Test
    void aComponentThatDidNotRunBeforeKeepsWhatIsTried() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        outcome.refusals.put(Examples.PID, "Port 80 is taken");
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 80));
        write(FILE, "{\"port\": 81}");
        config.scan();
        outcome.refusals.put(Examples.PID, "Port 81 is taken");
        config.scan();

        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 81));
    }

    @Test
    void settingsThatAComponentDoesNotStartWithAreNamedWithValueAndPlace() throws IOException {
        environment.put("HOTREALM_SHOP_MAX_CLIENTS", "7");
        write(FILE, "{\n  \"port\": 80,\n  \"password\": \"hush\"\n}");
        start();
        outcome.refusals.put(Examples.PID, "Port 80 is taken");
        config.scan();

        assertThat(told())
                .startsWith(folder.resolve(FILE) + " line 2 column 11: ")
                .contains("Port 80 is taken; it was given port = 80 (", "a correction is tried at once")
                .doesNotContain("hush")
                .doesNotContain("maxClients");

        outcome.refusals.put(Examples.PID, "the weather is bad");
        startAgain();
        outcome.refusals.put(Examples.PID, "the weather is bad");
        config.scan();
        assertThat(told()).contains("port = 80", "password = (secret)", "maxClients = 7 (variable HOTREALM_SHOP");
    }

    @Test
    void aComponentThatFailedIsStartedAgainWithOtherSettings() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        config.scan();
        assertThat(outcome.retried).as("one that runs is let alone").isEmpty();
        outcome.refusals.put(Examples.PID, "Port 80 is taken");
        config.scan();
        write(FILE, "{\"port\": 81}");
        config.scan();
        config.scan();

        assertThat(outcome.retried).containsExactly(Examples.PID);
    }

    @Test
    void aComponentThatStartsAfterAllIsNamedNoMore() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        outcome.refusals.put(Examples.PID, "Port 80 is taken");
        config.scan();
        outcome.refusals.clear();
        config.scan();

        assertThat(problems()).isEmpty();
    }

    @Test
    void whatWorkedInTheRunBeforeIsInForceWhereAFileIsBrokenAtTheStart() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        lookOften();
        write(FILE, "{\"prot\": 81}");
        startAgain();

        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 80));
        assertThat(told()).contains("there is no setting 'prot'", "the last file that worked is in force", "last-good");
        assertThat(config.refusals()).extracting(Refusal::kind).containsExactly(Refusal.Kind.MISTAKES);
        assertThat(command.run(List.of("Shop"))).containsPattern("port += 80 +.*last-good.*line 1");

        lookOften();
        startAgain();
        assertThat(target.given.get(Examples.PID))
                .as("a broken file is never taken for a good one")
                .containsExactly(Map.entry("port", 80));
    }

    @Test
    void whatWorkedInTheRunBeforeComesBackWhereAComponentDoesNotStartWithItsFile() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        lookOften();
        write(FILE, "{\"port\": 81}");
        startAgain();
        outcome.refusals.put(Examples.PID, "Port 81 is taken");
        config.scan();

        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 80));
        assertThat(told()).contains("Port 81 is taken", "port = 81", "the last file that worked is in force");

        write(FILE, "{\"port\": 82}");
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 82));
        assertThat(problems()).isEmpty();
    }

    @Test
    void aFileThatWasDeletedComesBackInNoRun() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        lookOften();
        Files.delete(folder.resolve(FILE));
        startAgain();
        write(FILE, "{\"port\": oops}");
        startAgain();

        assertThat(target.given).isEmpty();
        assertThat(config.refusals()).extracting(Refusal::kind).containsExactly(Refusal.Kind.UNMET);
    }

    @Test
    void whatFailsLongAfterAnEditIsNotTheEditsFault() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        write(FILE, "{\"port\": 81}");
        for (int i = 0; i < 30; i++) {
            config.scan();
        }
        outcome.refusals.put(Examples.PID, "the disk is full");
        config.scan();

        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 81));
    }
}
