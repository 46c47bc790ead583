package org.hotrealm.itests.promise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.Distribution;

/** What is promised for each bundle, and the bundles that there are. */
final class Promises {

    private Promises() {}

    /** The kinds by symbolic name, in the order in which they are swapped. */
    static Map<String, Kind> table() {
        Map<String, Kind> table = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(
                Promises.class.getResourceAsStream("/promises.csv"), "promises.csv is missing")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] row = line.split(",", -1);
                        table.put(row[0], Kind.named(row[1]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** The jars of the distribution by symbolic name. */
    static Map<String, Path> delivered() {
        Map<String, Path> jars = new TreeMap<>();
        try (Stream<Path> files = Files.list(Distribution.folder().resolve("bundles"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                jars.put(header(file, "Bundle-SymbolicName").split(";", 2)[0], file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jars;
    }

    /** A line of a jar's manifest. */
    static String header(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(name).strip();
        }
    }
}
