package org.hotrealm.ops.upgrade;

import java.lang.reflect.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of bundles that have left and that Felix keeps by mistake, with their manifests, wires and the entries of their jars:
 * some twenty kilobytes each. Its service registry notes who uses which service, and as the user goes it only counts down to
 * nought ({@code ServiceRegistry.ungetServices}); its log makes a logger for each bundle and name and never takes it out
 * ({@code LoggerAdminImpl}).
 */
final class LeftUses {

    private static final Logger LOG = LoggerFactory.getLogger(LeftUses.class);
    private static final String LOGGERS = "org.osgi.service.log.admin.LoggerAdmin";

    private LeftUses() {}

    /** Takes back the notes of bundles that are uninstalled: they use nothing and log nothing any more. */
    static void forget(BundleContext context) {
        Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        try {
            if (value(value(framework, "m_registry"), "m_inUseMap") instanceof Map<?, ?> users) {
                users.keySet().removeIf(LeftUses::hasLeft);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("{} cannot be looked into", framework, e);
        }
        ServiceReference<?> reference = context.getServiceReference(LOGGERS);
        if (reference != null) {
            loggers(context.getService(reference));
            context.ungetService(reference);
        }
    }

    private static void loggers(@Nullable Object admin) {
        try {
            if (admin != null && value(admin, "_loggers") instanceof Map<?, ?> loggers) {
                loggers.values().removeIf(LeftUses::logsForOneThatLeft);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("{} cannot be looked into", admin, e);
        }
    }

    private static boolean logsForOneThatLeft(Object logger) {
        try {
            return hasLeft(value(logger, "m_bundle"));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static boolean hasLeft(@Nullable Object bundle) {
        return bundle instanceof Bundle one && one.getState() == Bundle.UNINSTALLED;
    }

    private static @Nullable Object value(@Nullable Object of, String name) throws ReflectiveOperationException {
        for (Class<?> type = of == null ? null : of.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(of);
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
