package org.hotrealm.progress.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first use of H2's errors. H2 makes one exception beforehand and keeps it, and with its stack trace the classes of
 * whoever was on the stack: this bundle could then not leave memory before H2 does. So that class is initialised by a thread
 * on which only the JDK and H2 are.
 */
final class FirstUse {

    private static final Logger LOG = LoggerFactory.getLogger(FirstUse.class);
    private static final String ERRORS = "org.h2.message.DbException";

    private FirstUse() {}

    /** Initialises H2's errors where this is H2's class loader, and they are not used yet. */
    static void of(ClassLoader drivers) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodType type = MethodType.methodType(Class.class, Class.class);
            MethodHandle initialise = lookup.findVirtual(MethodHandles.Lookup.class, "ensureInitialized", type)
                    .bindTo(lookup)
                    .bindTo(drivers.loadClass(ERRORS));
            // A lambda would be on the stack, too.
            Runnable apart = MethodHandleProxies.asInterfaceInstance(
                    Runnable.class, initialise.asType(MethodType.methodType(void.class)));
            Thread.ofPlatform().name("progress-first-use").daemon().start(apart).join();
        } catch (ClassNotFoundException e) {
            LOG.debug("the database is not H2", e);
        } catch (ReflectiveOperationException e) {
            LOG.warn("H2 keeps what calls it first: a swap of this bundle will be DIRTY", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
