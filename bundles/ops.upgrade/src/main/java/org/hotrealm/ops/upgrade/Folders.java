package org.hotrealm.ops.upgrade;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;

/**
 * Where things lie.
 *
 * @param upgrades jars swapped in and the list of those in force
 * @param swaps records
 * @param deploy jars dropped there are swapped in
 * @param delivered jars that the server came with
 */
record Folders(Path upgrades, Path swaps, Path deploy, List<Path> delivered) {

    static Folders of(BundleContext context) {
        Path home = Path.of(property(context, "hotrealm.home", "."));
        Path data =
                Path.of(property(context, "hotrealm.data", home.resolve("data").toString()));
        Path deploy = Path.of(
                property(context, "hotrealm.deploy", home.resolve("deploy").toString()));
        return new Folders(
                data.resolve("upgrades"),
                data.resolve("swaps"),
                deploy,
                List.of(home.resolve("bundles"), home.resolve("upgrades")));
    }

    private static String property(BundleContext context, String name, String otherwise) {
        String value = context.getProperty(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
