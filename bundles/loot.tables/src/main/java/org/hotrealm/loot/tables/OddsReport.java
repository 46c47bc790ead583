package org.hotrealm.loot.tables;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Declared odds beside those of a trial, for people and for machines. */
final class OddsReport {

    private OddsReport() {}

    static String text(
            String table,
            Circumstances now,
            long rolls,
            long seed,
            Map<String, Odds.Of> declared,
            Map<String, Trial.Counted> counted) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "%s: %,d rolls, seed %d; killer level %d, class %s, monster level %d, players %d, first kill %s, second %d",
                table,
                rolls,
                seed,
                now.killerLevel(),
                now.heroClass(),
                now.monsterLevel(),
                now.players(),
                now.firstKill(),
                now.second());
        line(
                out,
                "%-28s %12s %12s %9s %14s %14s",
                "item",
                "declared %",
                "rolled %",
                "points",
                "declared each",
                "rolled each");
        for (String item : items(declared, counted)) {
            Odds.Of odds = declared.getOrDefault(item, new Odds.Of(0, 0));
            line(
                    out,
                    "%-28s %12.4f %12.4f %+9.4f %14.5f %14.5f",
                    item,
                    100 * odds.chance(),
                    percent(counted, item, rolls),
                    percent(counted, item, rolls) - 100 * odds.chance(),
                    odds.quantity(),
                    average(counted, item, rolls));
        }
        return out.toString().stripTrailing();
    }

    static String json(
            String table,
            Circumstances now,
            long rolls,
            long seed,
            Map<String, Odds.Of> declared,
            Map<String, Trial.Counted> counted) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "{\"table\":\"%s\",\"rolls\":%d,\"seed\":%d,\"killerLevel\":%d,\"class\":\"%s\",\"monsterLevel\":%d,\"players\":%d,\"firstKill\":%s,\"second\":%d,\"items\":{",
                table,
                rolls,
                seed,
                now.killerLevel(),
                now.heroClass(),
                now.monsterLevel(),
                now.players(),
                now.firstKill(),
                now.second()));
        String comma = "";
        for (String item : items(declared, counted)) {
            Odds.Of odds = declared.getOrDefault(item, new Odds.Of(0, 0));
            // Ids are letters, digits and underlines, so they need no escaping.
            out.append(String.format(
                    Locale.ROOT,
                    "%s\"%s\":{\"declaredPercent\":%.6f,\"rolledPercent\":%.6f,\"declaredQuantity\":%.6f,\"rolledQuantity\":%.6f}",
                    comma,
                    item,
                    100 * odds.chance(),
                    percent(counted, item, rolls),
                    odds.quantity(),
                    average(counted, item, rolls)));
            comma = ",";
        }
        return out.append("}}").toString();
    }

    private static TreeSet<String> items(Map<String, Odds.Of> declared, Map<String, Trial.Counted> counted) {
        TreeSet<String> items = new TreeSet<>(declared.keySet());
        items.addAll(counted.keySet());
        return items;
    }

    private static double percent(Map<String, Trial.Counted> counted, String item, long rolls) {
        Trial.Counted of = counted.get(item);
        return of == null ? 0 : 100.0 * of.rolls / rolls;
    }

    private static double average(Map<String, Trial.Counted> counted, String item, long rolls) {
        Trial.Counted of = counted.get(item);
        return of == null ? 0 : (double) of.quantity / rolls;
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
