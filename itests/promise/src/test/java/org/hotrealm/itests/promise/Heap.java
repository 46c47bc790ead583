package org.hotrealm.itests.promise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What lives in a server's heap after a whole collection, by class.
 *
 * @param classes by name
 */
record Heap(Map<String, Live> classes) {

    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");
    private static final int SHOWN = 25;

    /** The objects of a class. */
    record Live(long count, long bytes) {
        private static final Live NONE = new Live(0, 0);

        private Live plus(Live other) {
            return new Live(count + other.count, bytes + other.bytes);
        }
    }

    /** Asks the Java of a process, which collects before it counts. */
    static Heap of(long pid) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        Map<String, Live> classes = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(jcmd.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
                Live live = new Live(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
                classes.merge(line.group(3), live, Live::plus);
            });
        }
        if (classes.isEmpty()) {
            throw new AssertionError("jcmd %d GC.class_histogram told nothing".formatted(pid));
        }
        return new Heap(classes);
    }

    double kilobytes() {
        return classes.values().stream().mapToLong(Live::bytes).sum() / 1024.0;
    }

    private Live live(String type) {
        return classes.getOrDefault(type, Live.NONE);
    }

    /** Classes of these packages of which there are so many more by now, each with how many. */
    Map<String, Long> grownSince(Heap before, long most, List<String> packages) {
        Map<String, Long> grown = new TreeMap<>();
        classes.forEach((type, live) -> {
            long more = live.count() - before.live(type).count();
            if (more > most && packages.stream().anyMatch(type::startsWith)) {
                grown.put(type, more);
            }
        });
        return grown;
    }

    /** What grew most, a line each, for people. */
    String growth(Heap before) {
        return classes.keySet().stream()
                .sorted(Comparator.comparingLong((String type) ->
                                live(type).bytes() - before.live(type).bytes())
                        .reversed())
                .limit(SHOWN)
                .map(type -> String.format(
                        Locale.ROOT,
                        "%+9d bytes %+7d x %s",
                        live(type).bytes() - before.live(type).bytes(),
                        live(type).count() - before.live(type).count(),
                        type))
                .collect(Collectors.joining("\n"));
    }
}
