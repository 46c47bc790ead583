package org.hotrealm.ops.upgrade;

import java.lang.reflect.Field;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of threads that the framework keeps by mistake, and with them of what they ran. Where two threads race for a class,
 * Felix's class loader notes the one that comes too late as the one that defines it and never takes the note back
 * ({@code BundleClassLoader.defineClassParallel}); a thread that has ended still refers to its task.
 */
final class EndedThreads {

    private static final Logger LOG = LoggerFactory.getLogger(EndedThreads.class);
    private static final String NOTES = "m_classLocks";

    private EndedThreads() {}

    /** Takes back the notes of threads that have ended: they define no class any more. */
    static void forget(Bundle[] bundles) {
        for (Bundle bundle : bundles) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            ClassLoader loader = wiring == null ? null : wiring.getClassLoader();
            if (loader != null) {
                forget(loader);
            }
        }
    }

    private static void forget(ClassLoader loader) {
        try {
            Field field = loader.getClass().getDeclaredField(NOTES);
            field.setAccessible(true);
            if (field.get(loader) instanceof Map<?, ?> notes) {
                notes.values().removeIf(note -> note instanceof Thread thread && !thread.isAlive());
            }
        } catch (NoSuchFieldException e) {
            // Not this framework, or the system bundle.
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("{} cannot be looked into", loader, e);
        }
    }
}
