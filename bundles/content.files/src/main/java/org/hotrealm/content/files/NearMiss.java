package org.hotrealm.content.files;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Guesses which known name a wrong one was meant to be. */
final class NearMiss {

    private static final int LISTED = 12;

    private NearMiss() {}

    /** A sentence to end an error with: the likely name, or the names there are. */
    static String suggest(String wrong, Collection<String> known) {
        String best = "";
        int least = Math.max(2, wrong.length() / 3) + 1;
        for (String name : known.stream().sorted().toList()) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best.isEmpty() ? listed(known) : "did you mean '%s'?".formatted(best);
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty()) {
            return "there are none";
        }
        String names = known.stream().sorted().limit(LISTED).collect(Collectors.joining(", "));
        return known.size() > LISTED ? "there are " + names + ", …" : "there are " + names;
    }

    /** Edit distance, neighbours swapped counting once. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
