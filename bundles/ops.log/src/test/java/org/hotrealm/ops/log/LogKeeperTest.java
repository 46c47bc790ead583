package org.hotrealm.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.hotrealm.ops.api.LogLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** The log's last lines, and levels that change while it is written. */
class LogKeeperTest {

    private final LoggerContext context = new LoggerContext();
    private final LogKeeper keeper;
    private final Logger logger;

    LogKeeperTest() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        keeper = new LogKeeper(context);
        logger = context.getLogger("org.hotrealm.test");
    }

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void linesTellRoomVersionsAndSessionAndComeOldestFirst() {
        MDC.put("room", "abc");
        MDC.put("versions", "monsters=1.1.0");
        MDC.put("session", "");
        logger.info("one {}", 1);
        logger.warn("two", new IllegalStateException("broken"));

        assertThat(keeper.after(0, 10)).extracting(LogLine::level).containsExactly("INFO", "WARN");
        LogLine first = keeper.after(0, 10).getFirst();
        assertThat(first.message()).isEqualTo("one 1");
        assertThat(first.logger()).isEqualTo("org.hotrealm.test");
        assertThat(first.context())
                .containsEntry("room", "abc")
                .containsEntry("versions", "monsters=1.1.0")
                .doesNotContainKey("session");
        assertThat(keeper.after(first.id(), 10))
                .singleElement()
                .extracting(LogLine::message)
                .asString()
                .startsWith("two\n")
                .contains("IllegalStateException: broken");
    }

    @Test
    void onlyTheLastLinesAreKept() {
        for (int i = 1; i <= 1_500; i++) {
            logger.info("line {}", i);
        }
        assertThat(keeper.after(0, 5_000)).hasSize(1_000);
        assertThat(keeper.after(0, 2)).extracting(LogLine::message).containsExactly("line 1499", "line 1500");
    }

    @Test
    void levelsChangeAtOnceAndTheirLoggersFollow() {
        assertThat(keeper.level("org.hotrealm.test")).isEqualTo("DEBUG");
        keeper.level("org.hotrealm", "warn");
        logger.info("not written");
        assertThat(keeper.level("org.hotrealm.test")).isEqualTo("WARN");
        assertThat(keeper.levels()).containsEntry("org.hotrealm", "WARN").containsEntry("ROOT", "DEBUG");
        assertThat(keeper.after(0, 10)).extracting(LogLine::message).doesNotContain("not written");

        keeper.level("org.hotrealm", "default");
        assertThat(keeper.level("org.hotrealm.test")).isEqualTo("DEBUG");
        assertThatThrownBy(() -> keeper.level("org.hotrealm", "loud"))
                .hasMessage("'loud' is no level; there are trace, debug, info, warn, error, off, default");
        assertThatThrownBy(() -> keeper.level("ROOT", "default")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherConfigurationDoesNotEndIt() {
        context.reset();
        logger.error("after");
        assertThat(keeper.after(0, 10)).extracting(LogLine::message).containsExactly("after");
    }

    @Test
    void linesAreCountedByLevel() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        keeper.bindTo(registry);
        logger.error("one");
        logger.error("two");
        logger.info("three");
        assertThat(registry.get("hotrealm.log.lines")
                        .tag("level", "error")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whatHasStoppedHearsNothing() {
        keeper.stop();
        logger.error("nobody hears this");
        assertThat(keeper.after(0, 10)).isEmpty();
        assertThat(context.getCopyOfListenerList()).isEmpty();
    }
}
