package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** Says in words what a bundle needs and nobody here offers. */
final class Needs {

    private Needs() {}

    /** One sentence for each unmet need; empty where each has somebody who could meet it. */
    static List<String> unmet(Bundle bundle, FrameworkWiring wiring) {
        List<String> unmet = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleRequirement need : revision.getDeclaredRequirements(null)) {
            if (mandatory(need) && wiring.findProviders(need).isEmpty()) {
                unmet.add(sentence(need, wiring));
            }
        }
        return unmet;
    }

    private static boolean mandatory(BundleRequirement need) {
        Map<String, String> directives = need.getDirectives();
        boolean optional =
                Namespace.RESOLUTION_OPTIONAL.equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
        String effective =
                directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        return !optional && effective.equals(Namespace.EFFECTIVE_RESOLVE);
    }

    private static String sentence(BundleRequirement need, FrameworkWiring wiring) {
        String filter = need.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        if (!need.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return "it needs %s %s, which nobody here offers".formatted(need.getNamespace(), filter);
        }
        String name = packageName(filter);
        List<String> offered = offered(name, wiring);
        return offered.isEmpty()
                ? "it imports the package %s, which no bundle here exports".formatted(name)
                : "it imports the package %s as %s, but here it is %s"
                        .formatted(name, filter, String.join(", ", offered));
    }

    private static String packageName(String filter) {
        String key = "(" + PackageNamespace.PACKAGE_NAMESPACE + "=";
        int start = filter.indexOf(key);
        int end = start < 0 ? -1 : filter.indexOf(')', start);
        return end < 0 ? filter : filter.substring(start + key.length(), end);
    }

    private static List<String> offered(String name, FrameworkWiring wiring) {
        List<String> offered = new ArrayList<>();
        for (BundleCapability capability : wiring.findProviders(new AnyPackage(name))) {
            offered.add("%s from %s"
                    .formatted(
                            capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE),
                            capability.getRevision().getSymbolicName()));
        }
        return offered;
    }

    /** A need for a package in any version. */
    private record AnyPackage(String name) implements org.osgi.resource.Requirement {
        @Override
        public String getNamespace() {
            return PackageNamespace.PACKAGE_NAMESPACE;
        }

        @Override
        public Map<String, String> getDirectives() {
            return Map.of(
                    Namespace.REQUIREMENT_FILTER_DIRECTIVE,
                    "(%s=%s)".formatted(PackageNamespace.PACKAGE_NAMESPACE, name));
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public org.osgi.resource.Resource getResource() {
            throw new UnsupportedOperationException("a question has no resource");
        }
    }
}
