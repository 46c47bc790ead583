package org.hotrealm.ops.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentsTest {

    @Test
    void theOutermostExceptionWithAMessageIsTheSentence() {
        String trace = """
                java.lang.reflect.InvocationTargetException
                \tat a.B.c(B.java:1)
                Caused by: java.lang.IllegalStateException: Port 2567 is taken; set PORT to a free one.
                \tat a.B.d(B.java:2)
                Caused by: java.net.BindException: Address already in use
                """;

        assertThat(Components.sentence(trace)).isEqualTo("Port 2567 is taken; set PORT to a free one.");
    }

    @Test
    void aTraceWithoutCauseGivesItsMessage() {
        assertThat(Components.sentence("java.lang.IllegalStateException: No.\n\tat a.B.c(B.java:1)"))
                .isEqualTo("No.");
    }
}
