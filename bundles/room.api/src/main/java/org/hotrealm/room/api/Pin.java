package org.hotrealm.room.api;

/**
 * The version of a system that a room runs.
 *
 * @param system the system's name, such as {@code monsters}
 * @param version the version of the providing bundle, such as {@code 1.1.0}
 * @param bundle symbolic name of the providing bundle
 */
public record Pin(String system, String version, String bundle) {

    @Override
    public String toString() {
        return system + "=" + version;
    }
}
