package org.hotrealm.content.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The content folder: which files belong to it, their stamps and their bytes. */
final class Folder {

    private static final int TRIES = 5;

    private final Path root;

    Folder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    Path zones() {
        return root.resolve("zones");
    }

    /** Size and time of each content file, by name relative to the folder, in order. */
    Map<String, String> stamps() throws IOException {
        Map<String, String> stamps = new TreeMap<>();
        stamp(root, "", stamps);
        stamp(zones(), "zones/", stamps);
        return stamps;
    }

    private static void stamp(Path folder, String prefix, Map<String, String> stamps) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".json") && !name.startsWith(".")) {
                    stampFile(file, prefix + name, stamps);
                }
            }
        }
    }

    private static void stampFile(Path file, String name, Map<String, String> stamps) throws IOException {
        try {
            BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
            if (a.isRegularFile()) {
                stamps.put(name, a.size() + "@" + a.lastModifiedTime().toInstant() + "#" + a.fileKey());
            }
        } catch (NoSuchFileException gone) {
            stamps.remove(name);
        }
    }

    /**
     * All files as they lie there at one moment: read again while one changes during the reading, so that nobody sees
     * half of a save. After some tries what was read last is returned; the next change brings another look.
     */
    Loaded read() throws IOException {
        IOException last = new IOException("the folder " + root + " keeps changing");
        for (int i = 0; i < TRIES; i++) {
            try {
                Map<String, String> before = stamps();
                Map<String, byte[]> files = new TreeMap<>();
                for (String name : before.keySet()) {
                    files.put(name, Files.readAllBytes(root.resolve(name)));
                }
                if (before.equals(stamps()) || i == TRIES - 1) {
                    return new Loaded(before, files);
                }
            } catch (NoSuchFileException replaced) {
                last = replaced;
            }
        }
        throw last;
    }

    /**
     * The files of one moment.
     *
     * @param stamps size and time by name
     * @param files bytes by name
     */
    record Loaded(Map<String, String> stamps, Map<String, byte[]> files) {}
}
