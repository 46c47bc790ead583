package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hotrealm.ops.upgrade.fixture.Monsters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

/** A version that does not come to offer what it should is given up as soon as that is known. */
class HealthTest {

    /** Who looks more often than that waits for the end of a patience without end. */
    private static final int MOST_LOOKS = 400;

    private static final List<String> EXPECTED = List.of("org.example.Market");

    @TempDir
    Path folder;

    private TestFramework framework;
    private final Runtime runtime = new Runtime();
    private final Health health = new Health(Duration.ofHours(1), new Components(() -> runtime));

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(folder, 100);
    }

    @AfterEach
    void stop() throws Exception {
        framework.close();
    }

    private Bundle bundle(boolean activator) throws Exception {
        var manifest = TestJars.manifest("test.market", "1.1.0");
        if (activator) {
            manifest.getMainAttributes().putValue("Bundle-Activator", Monsters.class.getName());
            manifest.getMainAttributes().putValue("Import-Package", "org.osgi.framework,org.hotrealm.room.api");
            manifest.getMainAttributes().putValue("Fault", "silent");
        }
        return framework.install(TestJars.write(folder.resolve("market.jar"), manifest, Monsters.class), 20);
    }

    @Test
    void aComponentThatFailedIsTheReason() throws Exception {
        runtime.component("org.example.Stalls", ComponentConfigurationDTO.ACTIVE);
        runtime.component("org.example.Market", ComponentConfigurationDTO.FAILED_ACTIVATION).failure =
                "java.lang.RuntimeException: cannot\n\tat x\nCaused by: java.io.IOException: no gold\n\tat y";

        assertThatThrownBy(() -> health.await(bundle(false), EXPECTED))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "test.market 1.1.0 started, but does not offer [org.example.Market], which is expected of it: "
                                + "Market failed with java.io.IOException: no gold");
    }

    @Test
    void componentsThatAllWaitForOthersAreTheReason() throws Exception {
        ComponentConfigurationDTO waits =
                runtime.component("org.example.Market", ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        ReferenceDTO bank = new ReferenceDTO();
        bank.name = "bank";
        bank.interfaceName = "org.example.Bank";
        waits.description.references = new ReferenceDTO[] {bank};
        UnsatisfiedReferenceDTO unmet = new UnsatisfiedReferenceDTO();
        unmet.name = "bank";
        waits.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {unmet};

        assertThatThrownBy(() -> health.await(bundle(false), EXPECTED))
                .hasMessageEndingWith("Market waits for [org.example.Bank]");
    }

    @Test
    void aBundleWithNothingInItIsTheReason() throws Exception {
        assertThatThrownBy(() -> health.await(bundle(false), EXPECTED))
                .hasMessageEndingWith("it has no component, and no activator that could offer anything");
    }

    @Test
    void whatRunsMayStillOfferIt() throws Exception {
        runtime.component("org.example.Stalls", ComponentConfigurationDTO.ACTIVE);
        runtime.component("org.example.Market", ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION);

        assertThatThrownBy(() -> health.await(bundle(false), EXPECTED)).isInstanceOf(Patient.class);
    }

    @Test
    void anActivatorMayStillOfferIt() throws Exception {
        assertThatThrownBy(() -> health.await(bundle(true), EXPECTED)).isInstanceOf(Patient.class);
    }

    @Test
    void whatComesInTheEndIsHealthy() throws Exception {
        Bundle market = bundle(true);
        runtime.component("org.example.Market", ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION);
        runtime.then = () -> market.getBundleContext().registerService(Runnable.class, () -> {}, null);

        health.await(market, List.of(Runnable.class.getName()));

        assertThat(health.missing(market, List.of(Runnable.class.getName()))).isEmpty();
    }

    /** It was waited for. */
    private static final class Patient extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Knows what it is told. */
    private static final class Runtime implements ServiceComponentRuntime {

        private final Map<ComponentDescriptionDTO, ComponentConfigurationDTO> known = new java.util.LinkedHashMap<>();
        private Runnable then = () -> {};
        private int looks;

        ComponentConfigurationDTO component(String name, int state) {
            ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
            configuration.description = new ComponentDescriptionDTO();
            configuration.description.name = name;
            configuration.description.references = new ReferenceDTO[0];
            configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
            configuration.state = state;
            known.put(configuration.description, configuration);
            return configuration;
        }

        @Override
        public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
            if (++looks > MOST_LOOKS) {
                throw new Patient();
            }
            if (looks == 50) {
                then.run();
            }
            return new ArrayList<>(known.keySet());
        }

        @Override
        public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(
                ComponentDescriptionDTO description) {
            return Arrays.asList(known.get(description));
        }

        @Override
        public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isComponentEnabled(ComponentDescriptionDTO description) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Promise<Void> enableComponent(ComponentDescriptionDTO description) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Promise<Void> disableComponent(ComponentDescriptionDTO description) {
            throw new UnsupportedOperationException();
        }
    }
}
