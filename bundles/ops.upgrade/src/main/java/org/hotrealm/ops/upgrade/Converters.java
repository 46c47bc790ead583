package org.hotrealm.ops.upgrade;

import java.util.Map;
import org.hotrealm.room.api.StateOwner;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Whether the new version of a state's owner reads what the old one writes; both manifests tell, and nothing has to run. */
final class Converters {

    private Converters() {}

    static void check(Part part) throws Refusal {
        for (Bundle old : part.olds()) {
            for (BundleCapability written : states(old)) {
                check(part, String.valueOf(written.getAttributes().get("kind")), schema(written, "schema"));
            }
        }
    }

    private static void check(Part part, String kind, long written) throws Refusal {
        for (BundleCapability read : states(part.fresh())) {
            if (kind.equals(read.getAttributes().get("kind"))) {
                long from = schema(read, "from");
                long to = schema(read, "schema");
                if (written < from || written > to) {
                    throw new Refusal(
                            "%s %s has no converter for the state '%s' of schema %d that runs here: it reads schema %d to %d. Go by a version between them"
                                    .formatted(part.name(), part.to(), kind, written, from, to));
                }
                return;
            }
        }
        throw new Refusal(
                "%s %s does not say that it reads the state '%s' (Provide-Capability: %s); the state that runs here would be lost"
                        .formatted(part.name(), part.to(), kind, StateOwner.NAMESPACE));
    }

    private static Iterable<BundleCapability> states(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredCapabilities(StateOwner.NAMESPACE);
    }

    private static long schema(BundleCapability capability, String name) {
        Map<String, Object> attributes = capability.getAttributes();
        return attributes.get(name) instanceof Long schema ? schema : 1;
    }

    /** Whether what the bundle owns is in objects that rooms keep. */
    static boolean inRooms(Bundle bundle) {
        for (BundleCapability state : states(bundle)) {
            if ("rooms".equals(state.getAttributes().get("in"))) {
                return true;
            }
        }
        return false;
    }
}
