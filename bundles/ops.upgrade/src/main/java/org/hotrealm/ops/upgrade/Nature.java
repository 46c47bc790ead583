package org.hotrealm.ops.upgrade;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.ops.api.SwapKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * What a bundle is and in which order its versions follow each other; read from its manifest and from who is wired to it.
 *
 * @param kind what it is
 * @param inPlace whether the old version has to stop before the new one starts
 */
record Nature(SwapKind kind, boolean inPlace) {

    /** The capability by which a bundle tells what facts do not. */
    static final String CAPABILITY = "org.hotrealm.swap";

    /** The capability by which a bundle tells the schemas of the state that it owns. */
    private static final String STATE = "org.hotrealm.state";

    private static final String BEHAVIOUR = "org.hotrealm.room.api.Behaviour";

    /**
     * Of a bundle and the versions of it that are here.
     *
     * @param wired who would restart with them
     */
    static Nature of(Bundle fresh, List<Bundle> olds, Collection<String> wired) throws Refusal {
        List<BundleRevision> revisions = Stream.concat(Stream.of(fresh), olds.stream())
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .toList();
        if (!wired.isEmpty() || revisions.stream().anyMatch(Nature::exports)) {
            return new Nature(SwapKind.CONTRACT, true);
        }
        if (revisions.stream().anyMatch(Nature::behaves)) {
            return new Nature(SwapKind.BEHAVIOUR, false);
        }
        SwapKind kind = SwapKind.ADAPTER;
        boolean inPlace = false;
        for (BundleRevision revision : revisions.reversed()) {
            if (!revision.getDeclaredCapabilities(STATE).isEmpty()) {
                return new Nature(SwapKind.STATE, true);
            }
            for (BundleCapability said : revision.getDeclaredCapabilities(CAPABILITY)) {
                kind = kind(said.getAttributes());
                inPlace |= kind != SwapKind.ADAPTER
                        || "in-place".equals(said.getAttributes().get("order"));
            }
        }
        return new Nature(kind, inPlace);
    }

    private static SwapKind kind(Map<String, Object> attributes) throws Refusal {
        String said = String.valueOf(attributes.get("kind"));
        try {
            return SwapKind.valueOf(said.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "its manifest says the capability %s with kind '%s'; known are state, adapter and resource"
                            .formatted(CAPABILITY, said),
                    e);
        }
    }

    private static boolean exports(BundleRevision revision) {
        return !revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
                .isEmpty();
    }

    private static boolean behaves(BundleRevision revision) {
        return revision.getDeclaredCapabilities("osgi.service").stream()
                .map(capability -> capability.getAttributes().get("objectClass"))
                .anyMatch(types -> types instanceof Collection<?> several && several.contains(BEHAVIOUR));
    }
}
