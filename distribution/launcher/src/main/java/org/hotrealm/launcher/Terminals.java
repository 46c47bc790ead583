package org.hotrealm.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Reads commands line by line: from a person at a terminal, who has a history and completion, or from a script. */
final class Terminals {

    private static final String PROMPT = "realm> ";

    private Terminals() {}

    /**
     * Reads until the input ends or says {@code exit}.
     *
     * @param run runs the words of a line
     * @param complete tells for the words of an unfinished line how the last can go on
     */
    static void listen(Consumer<List<String>> run, UnaryOperator<List<String>> complete) throws IOException {
        if (System.console() == null || !System.console().isTerminal()) {
            script(run);
            return;
        }
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .jni(false)
                .jna(false)
                .jansi(false)
                .build()) {
            person(reader(terminal, complete), run);
        }
    }

    private static void script(Consumer<List<String>> run) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.strip().equals("exit"); line = in.readLine()) {
            if (!line.isBlank()) {
                run.accept(List.of(line.strip().split("\\s+")));
            }
        }
    }

    static LineReader reader(Terminal terminal, UnaryOperator<List<String>> complete) {
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("hotrealm")
                .completer((reader, line, candidates) ->
                        complete.apply(words(line)).forEach(word -> candidates.add(new Candidate(word))))
                .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), ".hotrealm_history"))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    private static void person(LineReader reader, Consumer<List<String>> run) {
        while (true) {
            try {
                String line = reader.readLine(PROMPT).strip();
                if (line.equals("exit")) {
                    return;
                }
                if (!line.isEmpty()) {
                    run.accept(reader.getParsedLine().words().stream()
                            .filter(word -> !word.isEmpty())
                            .toList());
                }
            } catch (UserInterruptException begunAnew) {
                // Ctrl-C drops the line.
            } catch (EndOfFileException end) {
                return;
            }
        }
    }

    /** The words up to the cursor. */
    private static List<String> words(ParsedLine line) {
        List<String> words = new ArrayList<>(line.words().subList(0, line.wordIndex()));
        words.add(line.word().substring(0, line.wordCursor()));
        return words;
    }
}
