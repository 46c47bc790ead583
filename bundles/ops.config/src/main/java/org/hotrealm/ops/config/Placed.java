package org.hotrealm.ops.config;

import java.nio.file.Path;

/**
 * A value and where it stands.
 *
 * @param file the file
 * @param key its key
 * @param value text, whole number ({@link Long}), number ({@link Double}), boolean, or a list of these
 * @param line of the value, from 1
 * @param column of the value, from 1
 */
record Placed(Path file, String key, Object value, int line, int column) {}
