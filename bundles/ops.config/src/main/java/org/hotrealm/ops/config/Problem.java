package org.hotrealm.ops.config;

import java.nio.file.Path;

/**
 * Why a file is refused.
 *
 * @param file the file
 * @param line where, from 1; 0 for the file as a whole
 * @param column where, from 1
 * @param reason what is wrong and what to do
 */
record Problem(Path file, int line, int column, String reason) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : "%s line %d column %d: %s".formatted(file, line, column, reason);
    }
}
