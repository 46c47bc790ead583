package org.hotrealm.itests.features;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Features of bundles that do nothing, except for failing where they are told to. */
final class Lanterns {

    private final Path folder;

    Lanterns(Path folder) {
        this.folder = folder;
    }

    /** A bundle's name and version, and a header in which it differs from others; both empty for none. */
    record Lamp(String name, String version, String header, String value) {
        static Lamp of(String name, String version) {
            return new Lamp(name, version, "", "");
        }
    }

    /** Writes the feature and its bundles beside it. */
    Path feature(String version, Lamp... lamps) throws IOException {
        Path place = Files.createDirectories(folder.resolve("lanterns-" + version));
        for (Lamp lamp : lamps) {
            jar(place, lamp);
        }
        String bundles = List.of(lamps).stream()
                .map(lamp -> "{\"id\": \"test:%s:%s\", \"start-order\": 30}".formatted(lamp.name, lamp.version))
                .collect(Collectors.joining(", "));
        return Files.writeString(
                place.resolve("lanterns.feature.json"),
                "{\"id\": \"test:lanterns:%s\", \"name\": \"Lamps\", \"bundles\": [%s]}".formatted(version, bundles));
    }

    /** Has a feature say this of components' settings, too. */
    static void configure(Path feature, String configurations) throws IOException {
        String text = Files.readString(feature);
        Files.writeString(
                feature, text.substring(0, text.length() - 1) + ", \"configurations\": " + configurations + "}");
    }

    private static void jar(Path place, Lamp lamp) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", lamp.name);
        headers.putValue("Bundle-Version", lamp.version);
        if (!lamp.header.isEmpty()) {
            headers.putValue(lamp.header, lamp.value);
        }
        try (OutputStream out = Files.newOutputStream(place.resolve(lamp.name + "-" + lamp.version + ".jar"))) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
