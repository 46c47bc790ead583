package org.hotrealm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

/** A person at a terminal types, and lets Tab type. */
class TerminalsTest {

    private final List<List<String>> asked = new ArrayList<>();

    private List<String> complete(List<String> words) {
        asked.add(words);
        return words.size() == 1 ? List.of("kick") : List.of("s1");
    }

    private static Terminal typing(String keys) throws Exception {
        return new DumbTerminal(
                "test",
                "ansi",
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                StandardCharsets.UTF_8);
    }

    @Test
    void tabCompletesFromWhatTheServerKnows() throws Exception {
        try (Terminal terminal = typing("ki\ts\tfor !good\n")) {
            LineReader reader = Terminals.reader(terminal, this::complete);
            assertThat(reader.readLine()).isEqualTo("kick s1 for !good");
        }
        assertThat(asked).contains(List.of("ki"), List.of("kick", "s"));
    }
}
