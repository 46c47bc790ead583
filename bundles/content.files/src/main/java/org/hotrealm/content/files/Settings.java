package org.hotrealm.content.files;

import java.nio.file.Path;

/**
 * How content is read.
 *
 * @param path the content folder
 * @param debounceMillis how long the files must be quiet before they are read
 * @param rescanMillis how often they are compared without a change notice
 */
record Settings(Path path, int debounceMillis, int rescanMillis) {

    Settings {
        within("debounceMillis", debounceMillis, 1, 10_000);
        within("rescanMillis", rescanMillis, 50, 600_000);
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s=%d: must be from %d to %d".formatted(key, value, least, most));
        }
    }
}
