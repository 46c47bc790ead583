package org.hotrealm.ops.upgrade;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * Has each swap wait for a minute as it begins the step that the framework property {@code hotrealm.swap.pause} names, such as
 * {@code keep} or {@code stand-by}: to rehearse what becomes of it where the server is killed there.
 *
 * @param step none where it is null
 */
record Pause(@Nullable String step) {

    private static final long MILLIS = 60_000;

    static Pause of(BundleContext context) {
        return new Pause(context.getProperty("hotrealm.swap.pause"));
    }

    void at(String name) throws Refusal {
        if (name.replace(' ', '-').equals(step)) {
            Health.pause(MILLIS);
        }
    }
}
