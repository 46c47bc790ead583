package org.hotrealm.loot.tables;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The shell's command {@code realm:odds}: what a table declares beside what many rolls of it came to. It is in this bundle so
 * that it always rolls by the rules in force.
 */
@Component(
        service = OddsCommand.class,
        property = {
            "osgi.command.scope=realm",
            "osgi.command.function=odds",
            "hotrealm.help.odds=TABLE [--rolls 1000000] [--level 5] [--class ID] …: declared odds beside those of a trial"
        })
public final class OddsCommand {

    /** For the shell's help. */
    static final String USAGE =
            "realm:odds TABLE [--rolls 1000000] [--seed 1] [--level 5] [--class ID] [--monster-level 3] [--players 1]"
                    + " [--first true|false] [--second 0] [--json]";

    private static final long MOST_ROLLS = 50_000_000;
    private static final Set<String> OPTIONS =
            Set.of("--rolls", "--seed", "--level", "--class", "--monster-level", "--players", "--first", "--second");

    private final Content content;

    /** Upon this content. */
    @Activate
    public OddsCommand(@Reference Content content) {
        this.content = content;
    }

    /** The odds of a table; {@link IllegalArgumentException} with a sentence for what is not understood. */
    public String odds(String... words) {
        try {
            return answer(content.current(), Arrays.asList(words));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "\nusage: " + USAGE, e);
        }
    }

    private static String answer(ContentSet set, List<String> words) {
        Map<String, String> options = new HashMap<>();
        String table = "";
        boolean json = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (OPTIONS.contains(word) && i + 1 < words.size()) {
                options.put(word, words.get(++i));
            } else if (word.equals("--json")) {
                json = true;
            } else if (word.startsWith("--") || !table.isEmpty()) {
                throw new IllegalArgumentException("'%s' is not understood".formatted(word));
            } else {
                table = word;
            }
        }
        if (!set.tables().containsKey(table)) {
            throw new IllegalArgumentException("there is no loot table '%s'; there are %s"
                    .formatted(table, new TreeSet<>(set.tables().keySet())));
        }
        return report(set, table, options, json);
    }

    private static String report(ContentSet set, String table, Map<String, String> options, boolean json) {
        long rolls = number(options, "--rolls", 1_000_000, 1, MOST_ROLLS);
        long seed = number(options, "--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
        Circumstances now = circumstances(set, options);
        Map<String, Odds.Of> declared = new Odds(set, now).of(table);
        Map<String, Trial.Counted> counted = Trial.run(set, table, now, rolls, seed);
        return json
                ? OddsReport.json(table, now, rolls, seed, declared, counted)
                : OddsReport.text(table, now, rolls, seed, declared, counted);
    }

    private static Circumstances circumstances(ContentSet set, Map<String, String> options) {
        String heroClass =
                options.getOrDefault("--class", set.realm().classes().getFirst().id());
        if (!set.realm().knows(heroClass)) {
            throw new IllegalArgumentException("there is no class '%s'".formatted(heroClass));
        }
        return new Circumstances(
                (int) number(options, "--level", 5, 0, 1_000),
                heroClass,
                (int) number(options, "--monster-level", 3, 1, 1_000),
                (int) number(options, "--players", 1, 0, 10_000),
                options.getOrDefault("--first", "false")
                        .toLowerCase(Locale.ROOT)
                        .equals("true"),
                number(options, "--second", 0, 0, Integer.MAX_VALUE));
    }

    private static long number(Map<String, String> options, String name, long otherwise, long least, long most) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s needs a whole number, not '%s'".formatted(name, text), e);
        }
        throw new IllegalArgumentException("%s is %s: from %d to %d is allowed".formatted(name, text, least, most));
    }
}
