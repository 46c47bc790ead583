package org.hotrealm.ops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFolderTest extends WithFolder {

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
}
