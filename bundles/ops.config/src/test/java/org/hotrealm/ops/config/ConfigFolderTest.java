package org.hotrealm.ops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotrealm.ops.config.Examples.FakeOutcome;
import org.hotrealm.ops.config.Examples.FakeTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {

    private static final String FILE = Examples.PID + ".json";

    @TempDir
    Path folder;

    @TempDir
    Path features;

    @TempDir
    Path data;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Described> components = new HashMap<>(Examples.components());
    private final FakeTarget target = new FakeTarget();
    private final FakeOutcome outcome = new FakeOutcome();
    private int edits;

    private ConfigFolder config;
    private ConfigCommand command;

    private void start() {
        Variables variables = Examples.variables(environment);
        Schema schema = new Schema(() -> Map.copyOf(components));
        config = new ConfigFolder(
                folder, schema, variables, delivered(), new LastGood(data.resolve("last-good")), target, outcome);
        command = new ConfigCommand(schema, new Layers(variables), config);
        config.scan();
    }

    /** The server ended, and starts again. */
    private void startAgain() {
        target.given.clear();
        outcome.refusals.clear();
        start();
    }

    private void lookOften() {
        for (int i = 0; i < 130; i++) {
            config.scan();
        }
    }

    private List<Problem> problems() {
        return config.refusals().stream()
                .flatMap(each -> each.problems().stream())
                .toList();
    }

    private String told() {
        return config.refusals().stream().flatMap(each -> each.texts().stream()).collect(Collectors.joining("\n"));
    }

    private Delivered delivered() {
        return new Delivered(List.of(features.resolve("shop.feature.json")), features.resolve("in-force"));
    }

    private void feature(String name, String configurations) throws IOException {
        Path file = features.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"id": "org.hotrealm:org.hotrealm.feature.shop:1.%d", "bundles": [{"id": "a:b:1", "start-order": 3}],
                 "configurations": {"%s": %s}}""".formatted(++edits, Examples.PID, configurations));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L + edits));
    }

    @Test
    void whatAFeatureSaysHoldsBeneathTheOperatorsFile() throws IOException {
        feature("shop.feature.json", "{\"port\": 90, \"maxClients:Integer\": 3}");
        start();
        assertThat(target.given.get(Examples.PID)).containsOnly(Map.entry("port", 90), Map.entry("maxClients", 3));
        assertThat(command.run(List.of("Shop"))).containsPattern("port += 90 +.*shop.feature.json line 2");

        write(FILE, "{\"port\": 80}");
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsOnly(Map.entry("port", 80), Map.entry("maxClients", 3));

        Files.delete(folder.resolve(FILE));
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsEntry("port", 90);
    }

    @Test
    void aFeatureThatWasChangedSpeaksInsteadOfTheOneDeliveredAndOneThatIsOutSaysNothing() throws IOException {
        feature("shop.feature.json", "{\"port\": 90}");
        start();
        feature("in-force/shop.json", "{\"port\": 91}");
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 91));

        feature("in-force/shop.json", "{}");
        config.scan();
        assertThat(target.given.get(Examples.PID)).isEmpty();

        Files.delete(features.resolve("in-force/shop.json"));
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 90));
    }

    @Test
    void aFeaturesMistakeIsPassedOverAndTheOperatorsFileCounts() throws IOException {
        feature("shop.feature.json", "{\"prot\": 90}");
        write(FILE, "{\"port\": 80}");
        start();

        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 80));
        assertThat(problems()).isEmpty();
    }

    @Test
    void anEditTakesEffectAndABadOneLeavesWhatWasInForce() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        write(FILE, "{\"port\": 81}");
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 81));

        write(FILE, "{\n\"prot\": 82}");
        config.scan();

        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 81));
        assertThat(problems()).singleElement().extracting(Problem::line).isEqualTo(2);
        assertThat(command.run(List.of("Shop")))
                .containsPattern("port +=  ?81 +.*line 1")
                .contains("refused: " + folder.resolve(FILE) + " line 2 column 9: there is no setting 'prot'");

        write(FILE, "{\"port\": 83}");
        config.scan();
        assertThat(problems()).isEmpty();
        assertThat(target.given.get(Examples.PID)).containsEntry("port", 83);
    }

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

    @Test
    void aDeletedFileGivesTheDefaultsBack() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        Files.delete(folder.resolve(FILE));
        config.scan();

        assertThat(target.given).isEmpty();
        assertThat(command.run(List.of("Shop"))).containsPattern("port += 2567 +default");
    }

    @Test
    void aVariableCountsMoreThanTheFileAndTheFileMoreThanTheDefault() throws IOException {
        environment.put("HOTREALM_SHOP_PORT", "99");
        environment.put("HOTREALM_SHOP_MAX_CLIENTS", "7");
        environment.put("HOTREALM_SHOP_HOSTS", "x, y");
        write(FILE, "{\"port\": 80, \"open\": false}");
        start();

        assertThat(target.given.get(Examples.PID))
                .containsEntry("port", 99)
                .containsEntry("open", false)
                .containsEntry("maxClients", 7)
                .containsEntry("hosts", new String[] {"x", "y"});
        assertThat(command.run(List.of("Shop")))
                .containsPattern("port += 99 +variable HOTREALM_SHOP_PORT")
                .containsPattern("open += false +.*Shop.json line 1")
                .containsPattern("seed += 0 +default")
                .containsPattern("hosts += \\[\"x\", \"y\"] +variable HOTREALM_SHOP_HOSTS");
    }

    @Test
    void aVariableThatDoesNotFitIsPassedOver() throws IOException {
        environment.put("HOTREALM_SHOP_PORT", "many");
        write(FILE, "{\"port\": 80}");
        start();

        assertThat(target.given.get(Examples.PID)).containsEntry("port", 80);
        assertThat(command.run(List.of())).containsPattern("port = 80 +.*line 1");
    }

    @Test
    void aVariableHoldsWithoutAFileAndBesideABadOne() throws IOException {
        environment.put("HOTREALM_SHOP_PORT", "99");
        write(FILE, "{\"port\": oops}");
        start();
        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 99));

        Files.delete(folder.resolve(FILE));
        config.scan();
        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 99));
    }

    @Test
    void aSuccessorThatFindsABadFileLeavesWhatIsInForce() throws IOException {
        write(FILE, "{\"port\": 80}");
        start();
        write(FILE, "{\"port\": oops}");
        environment.put("HOTREALM_SHOP_PORT", "99");
        start();

        assertThat(target.given.get(Examples.PID)).containsExactly(Map.entry("port", 80));
    }

    @Test
    void aFileOfAnUnknownComponentIsTakenAsItIsAndJudgedWhenItsBundleComes() throws IOException {
        components.clear();
        write(FILE, "{\"port\": 80, \"prot\": [1]}");
        start();
        assertThat(target.given.get(Examples.PID)).containsEntry("port", 80L).containsEntry("prot", new Long[] {1L});
        assertThat(command.run(List.of())).contains("no bundle here describes its settings");

        components.putAll(Examples.components());
        config.scan();
        assertThat(problems()).singleElement().asString().contains("there is no setting 'prot'");
    }

    @Test
    void eachFileOfAFactoryIsOneOfItsKind() throws IOException {
        write(Examples.FACTORY + "~north.json", "{\"port\": 80}");
        write(Examples.FACTORY + "~south.json", "{\"port\": 81}");
        start();

        assertThat(target.given).containsOnlyKeys(Examples.FACTORY + "~north", Examples.FACTORY + "~south");
        assertThat(command.run(List.of("~south"))).containsPattern("port += 81 ");
    }

    @Test
    void secretsAreNotShownAndJsonTellsTheSame() throws IOException {
        environment.put("SHOP_PASSWORD", "hush");
        write(FILE, "{\n\"password\": \"$[env:SHOP_PASSWORD]\",\n\"mode\": \"safe\"}");
        start();

        assertThat(command.run(List.of("--all"))).doesNotContain("hush").contains("(secret)");
        assertThat(command.run(List.of("--json")))
                .doesNotContain("hush")
                .contains("{\"key\":\"password\",\"value\":null,\"source\":\"" + folder.resolve(FILE)
                        + " line 2, by SHOP_PASSWORD\"}")
                .contains("{\"key\":\"mode\",\"value\":\"safe\",")
                .contains("{\"key\":\"port\",\"value\":2567,\"source\":\"default\"}");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        start();

        assertThatThrownBy(() -> command.run(List.of("nothing.like.it")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing.like.it");
        assertThatThrownBy(() -> command.run(List.of("--jsn"))).hasMessageContaining("--jsn");
    }

    /** Each edit has a time of its own, as two edits within one tick of the file system's clock would look alike. */
    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + ++edits * 1000L));
    }
}
