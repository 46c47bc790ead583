package org.hotrealm.net.transport;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Settings as an operator gives them: keys of the configuration, defaults for the rest. */
final class Configured {

    private Configured() {}

    /** The defaults on a free port of this machine, with these keys and values, such as {@code "ping.ms", 300}. */
    static Settings with(Object... keysAndValues) {
        Map<String, Object> given = new HashMap<>(Map.of("host", "127.0.0.1", "port", 0));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i].toString().replace('.', '_'), keysAndValues[i + 1]);
        }
        return Settings.from(config(given), -1);
    }

    private static TransportConfig config(Map<String, Object> given) {
        return (TransportConfig) Proxy.newProxyInstance(
                TransportConfig.class.getClassLoader(),
                new Class<?>[] {TransportConfig.class},
                (_, method, _) -> given.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
