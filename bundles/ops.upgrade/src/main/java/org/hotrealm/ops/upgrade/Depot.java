package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jars that were swapped in, kept under {@code data/upgrades}, and the list of those that are in force. */
final class Depot {

    private static final Logger LOG = LoggerFactory.getLogger(Depot.class);

    private final Path folder;
    private final List<Path> delivered;
    private final InForce inForce;

    /**
     * Keeps jars in a folder, made where it is missing.
     *
     * @param delivered folders of jars that the server came with
     */
    Depot(Path folder, List<Path> delivered) {
        this.folder = folder;
        this.delivered = delivered;
        inForce = new InForce(folder.resolve("active"));
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
                copy(found, copy);
                return Jar.read(copy, found.getFileName().toString());
            } catch (IOException | Refusal e) {
                Files.deleteIfExists(copy);
                throw e;
            }
        } catch (IOException e) {
            throw new Refusal("%s cannot be copied to %s: %s".formatted(source, folder, e), e);
        }
    }

    /** A copy made while somebody writes may be half of one jar and half of another, and whole all the same. */
    private static void copy(Path found, Path copy) throws IOException, Refusal {
        Stamp before = Stamp.of(found);
        Files.copy(found, copy, StandardCopyOption.REPLACE_EXISTING);
        if (!Stamp.of(found).equals(before) || Files.size(copy) != before.size()) {
            throw new Refusal(
                    "%s changed while it was read; write it beside, move it into its place (mv), and swap again"
                            .formatted(found.getFileName()));
        }
    }

    /** What tells that a file was written to, or is another one by now. */
    private record Stamp(long size, FileTime modified, String key) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.size(), now.lastModifiedTime(), String.valueOf(now.fileKey()));
        }
    }

    /** Gives a copy that was taken the place where it is found after a restart. */
    Jar keep(Jar jar) throws Refusal {
        Path kept = jar(jar.name(), jar.version().toString());
        try {
            InForce.move(jar.path(), kept);
            return new Jar(kept, jar.name(), jar.version());
        } catch (IOException e) {
            throw new Refusal("%s cannot be kept as %s: %s".formatted(jar.name(), kept, e), e);
        }
    }

    /** Refuses a copy that has the name and version of a kept one, but is another build. */
    void same(Jar jar) throws Refusal {
        Path kept = jar(jar.name(), jar.version().toString());
        try {
            if (Files.exists(kept) && Files.mismatch(kept, jar.path()) >= 0) {
                throw new Refusal(
                        "%s %s is installed beside already, from another build; give this one a higher version"
                                .formatted(jar.name(), jar.version()));
            }
        } catch (IOException e) {
            throw new Refusal("%s cannot be compared with %s: %s".formatted(jar.path(), kept, e), e);
        }
    }

    /** A copy that was taken goes, unless it is kept. */
    void discard(Jar jar) {
        try {
            Files.deleteIfExists(jar.path());
        } catch (IOException e) {
            LOG.warn("cannot delete {}", jar.path(), e);
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

    /** What is in force. */
    InForce inForce() {
        return inForce;
    }

    /** The kept jar of a version. */
    Path jar(String name, String version) {
        return folder.resolve(name + "-" + version + ".jar");
    }

    /** What is in force once a swap is kept. */
    static List<InForce.Entry> entries(List<Part> parts, boolean beside, int share) {
        List<InForce.Entry> entries = new ArrayList<>();
        for (Part part : parts) {
            int level = part.from().isEmpty() ? part.startLevel() : 0;
            entries.add(new InForce.Entry(part.name(), part.to(), beside ? share : InForce.ALL, level));
        }
        return entries;
    }

    /**
     * Deletes jars of a bundle that nobody will ask for: all but the newest few and those in force.
     *
     * @param installed versions that are installed
     */
    void prune(String name, Set<String> installed, int most) {
        Set<String> needed = new HashSet<>(installed);
        inForce.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .forEach(entry -> needed.add(entry.version()));
        try (Stream<Path> jars = Files.list(folder)) {
            List<Path> old = jars.filter(jar -> jar.getFileName().toString().startsWith(name + "-"))
                    .filter(jar -> needed.stream().noneMatch(version -> jar.equals(jar(name, version))))
                    .sorted(Comparator.comparing(Depot::modified).reversed())
                    .skip(most)
                    .toList();
            for (Path jar : old) {
                Files.deleteIfExists(jar);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("old versions of {} in {} cannot be deleted", name, folder, e);
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies that a server left behind that was killed while it took them. */
    void sweep() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("incoming"))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("left-over copies in {} cannot be deleted", folder, e);
        }
    }
}
