package org.hotrealm.ops.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.hotrealm.ops.api.LogLine;
import org.hotrealm.ops.api.Logs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.LoggerFactory;

/** The log while it is written: keeps its last lines, counts them, changes what is written. Any thread. */
@Component(
        service = {Logs.class, MeterBinder.class},
        immediate = true)
public final class LogKeeper implements Logs, MeterBinder, LoggerContextListener {

    private static final String INHERITED = "DEFAULT";
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF", INHERITED);

    private final LoggerContext context;
    private final Tail tail = new Tail();

    /** Begins to keep what is logged from now on. */
    @Activate
    public LogKeeper() {
        this((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    LogKeeper(LoggerContext context) {
        this.context = context;
        tail.setContext(context);
        attach();
        context.addListener(this);
    }

    private Logger root() {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void attach() {
        tail.start();
        root().addAppender(tail);
    }

    @Deactivate
    void stop() {
        context.removeListener(this);
        root().detachAppender(tail);
        tail.stop();
        // Logback keeps its last array of appenders, and by it this bundle, until the next line, whatever the levels
        // are.
        root().callAppenders(new LoggingEvent(
                LogKeeper.class.getName(),
                context.getLogger(LogKeeper.class),
                Level.DEBUG,
                "the last lines of the log are kept here no longer",
                null,
                null));
    }

    @Override
    public List<LogLine> after(long id, int most) {
        return tail.after(id, most);
    }

    @Override
    public Map<String, String> levels() {
        Map<String, String> levels = new TreeMap<>();
        for (Logger logger : context.getLoggerList()) {
            if (logger.getLevel() != null) {
                levels.put(logger.getName(), logger.getLevel().toString());
            }
        }
        return levels;
    }

    @Override
    public String level(String logger) {
        return context.getLogger(logger).getEffectiveLevel().toString();
    }

    @Override
    public void level(String logger, String level) {
        String wanted = level.toUpperCase(Locale.ROOT);
        if (!LEVELS.contains(wanted)) {
            throw new IllegalArgumentException("'%s' is no level; there are %s"
                    .formatted(level, String.join(", ", LEVELS).toLowerCase(Locale.ROOT)));
        }
        Logger changed = context.getLogger(logger);
        if (wanted.equals(INHERITED) && changed == root()) {
            throw new IllegalArgumentException("the root has no logger above it; give it a level");
        }
        changed.setLevel(wanted.equals(INHERITED) ? null : Level.valueOf(wanted));
        LoggerFactory.getLogger(LogKeeper.class).info("Logger {} writes from {} on", logger, level(logger));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Level level : Tail.LEVELS) {
            FunctionCounter.builder("hotrealm.log.lines", tail.count(level), LongAdder::doubleValue)
                    .description("Lines of the log by level")
                    .tag("level", level.toString().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    // --- the log's configuration is read again

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onStart(LoggerContext started) {
        // Nothing is lost by a start.
    }

    @Override
    public void onReset(LoggerContext reset) {
        attach();
    }

    @Override
    public void onStop(LoggerContext stopped) {
        // The framework ends.
    }

    @Override
    public void onLevelChange(Logger logger, Level level) {
        // Levels are asked for when they are wanted.
    }
}
