package org.hotrealm.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells one state of a file from another.
 *
 * @param modified milliseconds since 1970
 * @param size in bytes
 * @param inode the file system's own name of it
 */
record Stamp(long modified, long size, String inode) {

    static Stamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
                attributes.lastModifiedTime().toMillis(), attributes.size(), String.valueOf(attributes.fileKey()));
    }

    /** Whether a file is in this state still. */
    boolean holds(Path file) {
        try {
            return equals(of(file));
        } catch (IOException gone) {
            return false;
        }
    }
}
