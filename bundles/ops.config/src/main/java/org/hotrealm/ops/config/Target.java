package org.hotrealm.ops.config;

import java.io.IOException;
import java.util.Map;

/** Who hands settings to components, by PIDs as files have them: {@code <pid>} or {@code <factory pid>~<name>}. */
interface Target {

    /** Configures a component; the same settings again do nothing. */
    void put(String pid, Map<String, Object> settings) throws IOException;

    /** Whether it is configured. */
    boolean has(String pid) throws IOException;

    /** Sends a component back to its defaults. */
    void delete(String pid) throws IOException;
}
