package org.hotrealm.itests.bots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A meter as documentation or a scrape has it.
 *
 * @param type its type
 * @param labels the names of its labels
 */
record Documented(String type, Set<String> labels) {

    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z0-9_]+)` \\| (\\w+) \\| ([^|]*) \\| [^|]+ \\|(.*)\\|");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\w+)");
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    /** What the page tells, by name. */
    static Map<String, Documented> page(Path page, boolean alwaysThere) throws IOException {
        Map<String, Documented> all = new TreeMap<>();
        for (String line : Files.readAllLines(page)) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && (!alwaysThere || row.group(4).isBlank())) {
                Set<String> labels = Arrays.stream(row.group(3).split("[`, ]+"))
                        .filter(label -> !label.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
                all.put(row.group(1), new Documented(row.group(2), labels));
            }
        }
        return all;
    }

    /** What a server tells, by name; the longest of a histogram or summary is part of it. */
    static Map<String, Documented> scraped(String text) {
        Map<String, String> types = new HashMap<>();
        Map<String, Set<String>> labels = new HashMap<>();
        for (String line : text.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                types.put(type.group(1), type.group(2));
            } else if (sample.matches()) {
                Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
                Set<String> names = labels.computeIfAbsent(sample.group(1), none -> new TreeSet<>());
                while (label.find()) {
                    names.add(label.group(1));
                }
                names.remove("le");
            }
        }
        Map<String, Documented> all = new TreeMap<>();
        types.forEach((name, type) -> {
            boolean several = type.equals("histogram") || type.equals("summary");
            String longest = name.endsWith("_max") ? name.substring(0, name.length() - 4) : "";
            if (!Set.of("histogram", "summary").contains(types.getOrDefault(longest, ""))) {
                all.put(name, new Documented(type, labels.getOrDefault(several ? name + "_count" : name, Set.of())));
            }
        });
        return all;
    }
}
