package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars that were swapped in, kept under {@code data/upgrades}, and the list of those that are in force. The list is
 * replaced as a whole: after a crash it is the one before or the one after.
 */
final class Depot {

    private static final Logger LOG = LoggerFactory.getLogger(Depot.class);

    private final Path folder;
    private final List<Path> delivered;

    /**
     * Keeps jars in a folder, made where it is missing.
     *
     * @param delivered folders of jars that the server came with
     */
    Depot(Path folder, List<Path> delivered) {
        this.folder = folder;
        this.delivered = delivered;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /** Copies what was asked for here and checks the copy, so that nobody can change it while it is in use. */
    Jar take(String source) throws Refusal {
        Path found = find(source);
        try {
            Path copy = Files.createTempFile(folder, "incoming", ".jar");
            try {
                Files.copy(found, copy, StandardCopyOption.REPLACE_EXISTING);
                Jar jar = Jar.read(copy);
                Path kept = folder.resolve(jar.fileName());
                move(copy, kept);
                return new Jar(kept, jar.name(), jar.version(), jar.behaviour(), jar.exports());
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new Refusal("%s cannot be copied to %s: %s".formatted(source, folder, e), e);
        }
    }

    private Path find(String source) throws Refusal {
        Path file = Path.of(source);
        if (Files.isRegularFile(file)) {
            return file;
        }
        String[] parts = source.split("/", -1);
        if (source.endsWith(".jar") || parts.length != 2) {
            throw new Refusal(
                    "there is no file %s on this machine; name a jar, or symbolic.name/version of a known bundle"
                            .formatted(file.toAbsolutePath()));
        }
        return known(parts[0], parts[1]);
    }

    private Path known(String name, String version) throws Refusal {
        for (Path where : Stream.concat(Stream.of(folder), delivered.stream()).toList()) {
            try (Stream<Path> jars = Files.isDirectory(where) ? Files.list(where) : Stream.empty()) {
                for (Path jar : jars.filter(path -> path.toString().endsWith(".jar"))
                        .sorted()
                        .toList()) {
                    if (is(jar, name, version)) {
                        return jar;
                    }
                }
            } catch (IOException e) {
                LOG.warn("cannot look into {}", where, e);
            }
        }
        throw new Refusal(
                "no jar of %s %s is known here; looked in %s and %s".formatted(name, version, folder, delivered));
    }

    private static boolean is(Path path, String name, String version) {
        // The file's name is only a hint, but a cheap one: reading each jar of a distribution takes a second.
        if (!path.getFileName().toString().contains(name)) {
            return false;
        }
        try {
            Jar jar = Jar.read(path);
            return jar.name().equals(name) && jar.version().toString().equals(version);
        } catch (Refusal e) {
            return false;
        }
    }

    /** What is in force: symbolic name to version. */
    Map<String, String> active() {
        Map<String, String> active = new TreeMap<>();
        try {
            Path list = folder.resolve("active");
            for (String line : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
                String[] parts = line.strip().split("/", -1);
                if (parts.length == 2) {
                    active.put(parts[0], parts[1]);
                }
            }
        } catch (IOException e) {
            LOG.error("the list of swapped bundles cannot be read; the versions delivered are used", e);
        }
        return active;
    }

    /** The kept jar of a version. */
    Path jar(String name, String version) {
        return folder.resolve(name + "-" + version + ".jar");
    }

    /** Puts a version in force from the next start on, too. */
    synchronized void activate(String name, String version) throws IOException {
        Map<String, String> active = active();
        active.put(name, version);
        StringBuilder text = new StringBuilder();
        active.forEach(
                (bundle, its) -> text.append(bundle).append('/').append(its).append('\n'));
        Path next = Files.createTempFile(folder, "active", ".next");
        Files.writeString(next, text, StandardCharsets.UTF_8);
        move(next, folder.resolve("active"));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
