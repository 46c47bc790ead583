package org.hotrealm.itests.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.Distribution;
import org.junit.jupiter.api.Test;

/** The features and the folder of bundles say the same. */
class FeaturesIT {

    private static final Pattern BUNDLE = Pattern.compile("\"id\": \"([^\"]+)\", \"start-order\"");

    @Test
    void everyBundleOfAFeatureIsShippedAndNoOther() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path feature : list("features")) {
            Matcher matcher = BUNDLE.matcher(Files.readString(feature));
            while (matcher.find()) {
                named.add(fileName(matcher.group(1).split(":", -1)));
            }
        }
        Set<String> shipped = new TreeSet<>();
        list("bundles").forEach(jar -> shipped.add(jar.getFileName().toString()));

        assertThat(shipped).isEqualTo(named);
    }

    @Test
    void theUpgradeIsTheNextVersionOfTheSameBundle() throws IOException {
        Path upgrade = Distribution.folder().resolve("upgrades/org.hotrealm.monster.ai-1.1.0.jar");
        try (JarFile jar = new JarFile(upgrade.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("org.hotrealm.monster.ai");
            assertThat(manifest.getValue("Bundle-Version")).isEqualTo("1.1.0");
        }
    }

    private static String fileName(String[] id) {
        String version = id[id.length - 1];
        return id.length == 5 ? id[1] + "-" + version + "-" + id[3] + ".jar" : id[1] + "-" + version + ".jar";
    }

    private static Iterable<Path> list(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Distribution.folder().resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
