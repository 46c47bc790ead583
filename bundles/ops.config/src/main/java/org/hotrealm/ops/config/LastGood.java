package org.hotrealm.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of each file that its component has taken, in the server's data folder: what was in force stays so where a file is
 * broken, across a restart, too.
 */
final class LastGood {

    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);

    private final Path folder;

    LastGood(Path folder) {
        this.folder = folder;
    }

    /** This file works; the copy may be read by nobody who may not read the file. */
    void keep(Path file) {
        Path copy = folder.resolve(file.getFileName());
        try {
            if (Files.exists(copy) && Files.mismatch(file, copy) < 0) {
                return;
            }
            Files.createDirectories(folder);
            Path beside = folder.resolve(file.getFileName() + ".new");
            Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(beside, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be kept as {}: {}", file, copy, e.toString());
        }
    }

    /** The copy of a file, where it says something else than the file does now. */
    Optional<Path> other(Path file) {
        Path copy = folder.resolve(file.getFileName());
        try {
            return Files.exists(copy) && Files.mismatch(file, copy) >= 0 ? Optional.of(copy) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", copy, e.toString());
            return Optional.empty();
        }
    }

    /** Files that are not among these were deleted: their components have their defaults, and keep them. */
    void only(Set<String> pids) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> gone = all.filter(ConfigFile::matches)
                    .filter(copy -> !pids.contains(ConfigFile.pid(copy)))
                    .toList();
            for (Path copy : gone) {
                Files.delete(copy);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be tidied: {}", folder, e.toString());
        }
    }
}
