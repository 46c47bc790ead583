package org.hotrealm.ops.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotrealm.ops.config.Layers.Effective;
import org.hotrealm.ops.config.Layers.Taken;

/**
 * Why what an operator wrote for a component is not in force.
 *
 * @param problems each mistake
 * @param instead what holds until it is corrected
 */
record Refusal(Kind kind, List<Problem> problems, String instead) {

    /** How it came so. */
    enum Kind {
        /** A file was refused before its component has heard of it. */
        MISTAKES,
        /** The same, and nothing is in force instead that an operator ever wrote. */
        UNMET,
        /** The component did not take what it was given. */
        FAILED
    }

    private static final int MOST_NAMED = 5;

    /** Mistakes in a file. */
    static Refusal mistakes(List<Problem> problems) {
        return new Refusal(Kind.MISTAKES, problems, "what was in force before stays so until the file is corrected");
    }

    /** The same, when the server starts and its component has nothing yet. */
    static Refusal atStart(List<Problem> problems) {
        return new Refusal(Kind.UNMET, problems, "nothing is in force instead; correct it and start again");
    }

    /** A component did not start, or threw. */
    static Refusal failed(String pid, Path file, Taken given, List<Effective> settings, String reason, String instead) {
        List<Effective> named = named(settings, reason);
        String told = named.stream()
                .map(each -> "%s = %s (%s)".formatted(each.key(), each.value(), each.source()))
                .reduce((one, other) -> one + ", " + other)
                .map(list -> "; it was given " + list)
                .orElse("");
        List<Placed> written = named.stream()
                .flatMap(each -> Stream.ofNullable(given.values().get(each.key())))
                .toList();
        Optional<Placed> one = written.size() == 1 ? Optional.of(written.getFirst()) : Optional.empty();
        Problem problem = new Problem(
                file,
                one.map(Placed::line).orElse(0),
                one.map(Placed::column).orElse(0),
                "%s does not take these settings: %s%s".formatted(pid, reason, told));
        return new Refusal(Kind.FAILED, List.of(problem), instead);
    }

    /** Those that the reason speaks of; all where it speaks of none. */
    private static List<Effective> named(List<Effective> settings, String reason) {
        List<Effective> set =
                settings.stream().filter(each -> !each.isDefault()).toList();
        List<Effective> blamed = set.stream()
                .filter(each -> mentions(reason, each.key()) || mentions(reason, each.value()))
                .toList();
        return (blamed.isEmpty() ? set : blamed).stream().limit(MOST_NAMED).toList();
    }

    private static boolean mentions(String reason, String word) {
        String plain = word.replace("\"", "");
        return plain.length() > 1 && (" " + reason + " ").matches("(?s).*(?<![\\w.])\\Q" + plain + "\\E(?!\\w).*");
    }

    /** A sentence for each. */
    List<String> texts() {
        return problems.stream().map(each -> each + "; " + instead).toList();
    }
}
