package org.hotrealm.ops.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.hotrealm.ops.api.LogLine;

/** Keeps the last lines of the log, and counts them by level. Any thread. */
final class Tail extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final int MOST = 1_000;
    private static final int LONGEST = 8_000;

    /** Levels that are told apart; what is below the last counts as that. */
    static final List<Level> LEVELS = List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG);

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private final Map<Level, LongAdder> counts = new HashMap<>();
    private long last;

    Tail() {
        setName("hotrealm-tail");
        LEVELS.forEach(level -> counts.put(level, new LongAdder()));
    }

    LongAdder count(Level level) {
        return counts.getOrDefault(level, new LongAdder());
    }

    @Override
    protected void append(ILoggingEvent event) {
        LEVELS.stream()
                .filter(event.getLevel()::isGreaterOrEqual)
                .findFirst()
                .or(() -> java.util.Optional.of(LEVELS.getLast()))
                .ifPresent(level -> count(level).increment());
        Map<String, String> context = new HashMap<>(event.getMDCPropertyMap());
        context.values().removeIf(String::isEmpty);
        String text = text(event);
        synchronized (lines) {
            lines.addLast(new LogLine(
                    ++last,
                    event.getTimeStamp(),
                    event.getLevel().toString(),
                    event.getLoggerName(),
                    event.getThreadName(),
                    text,
                    context));
            if (lines.size() > MOST) {
                lines.removeFirst();
            }
        }
    }

    private static String text(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        String message = event.getFormattedMessage();
        String text = thrown == null ? message : message + "\n" + ThrowableProxyUtil.asString(thrown);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The last lines after this one, oldest first. */
    List<LogLine> after(long id, int most) {
        List<LogLine> found = new ArrayList<>();
        synchronized (lines) {
            for (var each = lines.descendingIterator(); each.hasNext() && found.size() < most; ) {
                LogLine line = each.next();
                if (line.id() <= id) {
                    break;
                }
                found.add(line);
            }
        }
        return found.reversed();
    }
}
