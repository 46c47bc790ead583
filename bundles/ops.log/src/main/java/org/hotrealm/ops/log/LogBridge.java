package org.hotrealm.ops.log;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Hands each message of the OSGi Log service to SLF4J, under the name of the bundle that wrote it. */
@Component(
        service = {},
        immediate = true)
public final class LogBridge implements LogListener {

    private final LogReaderService reader;

    /** Begins to listen. What was logged before came from bundles that start earlier and is on standard error. */
    @Activate
    public LogBridge(@Reference LogReaderService reader) {
        this.reader = reader;
        reader.addLogListener(this);
    }

    @Deactivate
    void stop() {
        reader.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        Level level = level(entry);
        Logger logger = LoggerFactory.getLogger(name(entry));
        if (logger.isEnabledForLevel(level)) {
            logger.atLevel(level).setCause(entry.getException()).log("{}{}", entry.getMessage(), service(entry));
        }
    }

    /** Every bundle and service that comes or goes is told as information; that is detail to us. */
    private static Level level(LogEntry entry) {
        boolean event = String.valueOf(entry.getLoggerName()).startsWith("Events.");
        LogLevel level = entry.getLogLevel();
        return switch (level) {
            case AUDIT, INFO -> event ? Level.DEBUG : Level.INFO;
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }

    private static String name(LogEntry entry) {
        Bundle bundle = entry.getBundle();
        return bundle == null || bundle.getSymbolicName() == null ? "framework" : bundle.getSymbolicName();
    }

    private static String service(LogEntry entry) {
        ServiceReference<?> reference = entry.getServiceReference();
        return reference == null ? "" : " [" + reference + "]";
    }
}
