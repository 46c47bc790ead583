package org.hotrealm.ops.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Namespace;

/** The bundles of the framework, as features see them. */
final class Bundles {

    private static final String SERVICE = "osgi.service";

    private final BundleContext context;

    Bundles(BundleContext context) {
        this.context = context;
    }

    /** The versions of a bundle that are installed. */
    List<String> versions(String name) {
        return named(name).stream().map(each -> each.getVersion().toString()).toList();
    }

    private List<Bundle> named(String name) {
        return Arrays.stream(context.getBundles())
                .filter(each -> name.equals(each.getSymbolicName()))
                .toList();
    }

    /** Whether it is exactly this version that is installed. */
    boolean is(Feature.Part part) {
        return versions(part.bundle()).equals(List.of(part.version()));
    }

    /**
     * A bundle that stays and cannot do without one that goes.
     *
     * @param bundle who needs it
     * @param what what it needs
     */
    record Need(String bundle, String what) {}

    /** Who of those that stay cannot do without those that go. */
    List<Need> needs(Set<String> leaving) {
        List<Bundle> going =
                leaving.stream().flatMap(each -> named(each).stream()).toList();
        List<Bundle> staying = Arrays.stream(context.getBundles())
                .filter(each -> !going.contains(each))
                .toList();
        List<Need> needs = new ArrayList<>();
        for (Bundle each : going) {
            BundleWiring wiring = each.adapt(BundleWiring.class);
            for (BundleWire wire : wiring == null ? List.<BundleWire>of() : wiring.getProvidedWires(null)) {
                if (!going.contains(wire.getRequirer().getBundle())) {
                    needs.add(new Need(wire.getRequirer().getSymbolicName(), each.getSymbolicName()));
                }
            }
        }
        List<BundleCapability> lost = services(going);
        List<BundleCapability> left = services(staying);
        for (Bundle bundle : staying) {
            for (BundleRequirement need : needs(bundle)) {
                if (lost.stream().anyMatch(need::matches) && left.stream().noneMatch(need::matches)) {
                    needs.add(new Need(String.valueOf(bundle.getSymbolicName()), "the service " + service(need)));
                }
            }
        }
        return needs.stream().distinct().toList();
    }

    private static List<BundleCapability> services(Collection<Bundle> bundles) {
        List<BundleCapability> services = new ArrayList<>();
        for (Bundle bundle : bundles) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                services.addAll(revision.getDeclaredCapabilities(SERVICE));
            }
        }
        return services;
    }

    /** Services that a bundle says it cannot do without. */
    private static List<BundleRequirement> needs(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? List.of()
                : revision.getDeclaredRequirements(SERVICE).stream()
                        .filter(need -> !Namespace.RESOLUTION_OPTIONAL.equals(
                                need.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE)))
                        .toList();
    }

    private static String service(BundleRequirement need) {
        String filter = need.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return Arrays.stream(filter.split("[()=]"))
                .filter(each -> each.contains("."))
                .collect(Collectors.joining(" "));
    }
}
