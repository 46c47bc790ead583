package org.hotrealm.ops.config;

import java.util.Locale;
import java.util.Map;

/**
 * A component that can be configured, as its bundle describes it.
 *
 * @param pid names it, and its file
 * @param several whether each file makes one of its kind
 * @param bundle the bundle's symbolic name
 * @param title what it is called
 * @param settings its settings by key, in the order of the description
 */
record Described(String pid, boolean several, String bundle, String title, Map<String, Setting> settings) {

    private static final String OURS = "org.hotrealm.";

    /**
     * The variable that sets one of its settings, such as {@code HOTREALM_ROOM_ENGINE_WORKERS}: the PID without
     * {@code org.hotrealm.} and without the class, then the key.
     */
    String variable(String key) {
        String name = pid.startsWith(OURS) ? pid.substring(OURS.length()) : pid;
        int last = name.lastIndexOf('.');
        if (last >= 0 && Character.isUpperCase(name.charAt(last + 1))) {
            name = name.substring(0, last);
        }
        return "HOTREALM_" + upper(name) + "_" + upper(key);
    }

    private static String upper(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .replaceAll("[^A-Za-z0-9]", "_")
                .toUpperCase(Locale.ROOT);
    }
}
