package org.hotrealm.itests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Holds for any set of features: nothing is left hanging, and only contracts and libraries export. */
public final class WiringTest {

    private static final String OURS = "org.hotrealm.";
    private static final int BROKEN = ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION
            | ComponentConfigurationDTO.UNSATISFIED_REFERENCE
            | ComponentConfigurationDTO.FAILED_ACTIVATION;

    /** An unresolved bundle would be missing without anybody noticing. */
    @Test
    void everyBundleIsStarted(@InjectBundleContext BundleContext context) {
        assertThat(context.getBundles())
                .filteredOn(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filteredOn(bundle -> (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0)
                .extracting(Bundle::getSymbolicName)
                .isEmpty();
    }

    /** A component that waits for ever does nothing and says nothing. */
    @Test
    void everyComponentHasWhatItNeeds(@InjectService ServiceComponentRuntime runtime) {
        List<String> hanging = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO each : runtime.getComponentConfigurationDTOs(description)) {
                if (description.name.startsWith(OURS) && isBroken(each)) {
                    hanging.add(description.name + " " + missing(each));
                }
            }
        }
        assertThat(hanging).isEmpty();
    }

    /** A provider that exports its own contract would restart its consumers when it is swapped. */
    @Test
    void providersExportNothing(@InjectBundleContext BundleContext context) {
        assertThat(context.getBundles())
                .filteredOn(WiringTest::isProvider)
                .filteredOn(bundle -> !bundle.adapt(BundleRevision.class)
                        .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
                        .isEmpty())
                .extracting(Bundle::getSymbolicName)
                .isEmpty();
    }

    /** The promise to swap beside a running version needs every version to be importable on its own. */
    @Test
    void noBundleOfOursRequiresAnotherByName(@InjectBundleContext BundleContext context) {
        assertThat(context.getBundles())
                .filteredOn(bundle -> bundle.getSymbolicName().startsWith(OURS))
                .filteredOn(bundle -> bundle.getHeaders().get(Constants.REQUIRE_BUNDLE) != null)
                .extracting(Bundle::getSymbolicName)
                .isEmpty();
    }

    private static boolean isBroken(ComponentConfigurationDTO configuration) {
        return (configuration.state & BROKEN) != 0 && configuration.state != ComponentConfigurationDTO.ACTIVE;
    }

    private static String missing(ComponentConfigurationDTO configuration) {
        return configuration.failure != null
                ? configuration.failure
                : Arrays.toString(Arrays.stream(configuration.unsatisfiedReferences)
                        .map(reference -> reference.name)
                        .toArray());
    }

    private static boolean isProvider(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name.startsWith(OURS)
                && !name.endsWith(".api")
                && !name.startsWith(OURS + "lib.")
                && !name.startsWith(OURS + "itests.")
                && !name.equals(OURS + "state.schema");
    }
}
