package org.hotrealm.ops.upgrade;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Says in words what a bundle was wired to. */
final class Wires {

    private Wires() {}

    /** What a resolved bundle is wired to, a line each. */
    static List<String> of(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        List<BundleWire> wires = wiring == null ? null : wiring.getRequiredWires(null);
        return wires == null
                ? List.of()
                : wires.stream()
                        .filter(wire -> !wire.getCapability()
                                .getNamespace()
                                .equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE))
                        .map(Wires::wire)
                        .distinct()
                        .toList();
    }

    private static String wire(BundleWire wire) {
        String namespace = wire.getCapability().getNamespace();
        Object what = wire.getCapability().getAttributes().get(namespace);
        Object version = wire.getCapability().getAttributes().get("version");
        BundleRevision from = wire.getProvider();
        return "%s%s <- %s %s"
                .formatted(
                        what == null ? namespace : what,
                        version == null ? "" : " " + version,
                        from.getSymbolicName(),
                        from.getVersion());
    }
}
