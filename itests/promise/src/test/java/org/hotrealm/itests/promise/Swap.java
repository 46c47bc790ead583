package org.hotrealm.itests.promise;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One swap and what was seen of it.
 *
 * @param bundle its symbolic name
 * @param promised what its row says
 * @param record the operator's record
 * @param before what was installed
 * @param wanted what should be installed after it
 * @param after what is installed
 * @param fate what befell the bots
 * @param bots how many play
 * @param late ticks late meanwhile
 */
record Swap(
        String bundle,
        Kind promised,
        JsonNode record,
        Map<String, String> before,
        Map<String, String> wanted,
        Map<String, String> after,
        Fate fate,
        int bots,
        long late) {

    String verdict() {
        return record.path("verdict").asString();
    }

    String reason() {
        return record.path("reason").asString();
    }

    String kind() {
        return record.path("parts").path(0).path("kind").asString();
    }

    int rooms() {
        return record.path("rooms").size();
    }

    /** Whom it would restart, by symbolic name. */
    List<String> restarts() {
        return StreamSupport.stream(record.path("plan").path("restarts").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** The longest gap of a room. */
    double gapMillis() {
        return StreamSupport.stream(record.path("rooms").spliterator(), false)
                .mapToDouble(room -> room.path("gapNanos").asLong() / 1e6)
                .max()
                .orElse(0);
    }

    private double millis() {
        return StreamSupport.stream(record.path("steps").spliterator(), false)
                .mapToDouble(step -> step.path("micros").asLong() / 1e3)
                .sum();
    }

    private String steps() {
        return StreamSupport.stream(record.path("steps").spliterator(), false)
                .map(step -> String.format(
                        Locale.ROOT,
                        "%s %.0f",
                        step.path("name").asString(),
                        step.path("micros").asLong() / 1e3))
                .collect(Collectors.joining(" "));
    }

    /** A line for people. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-52s %-9s %-8s gap %7.2f ms  late ticks %2d  patches apart %5d ms  %6.0f ms: %s",
                bundle,
                promised.name().toLowerCase(Locale.ROOT),
                verdict(),
                gapMillis(),
                late,
                fate.longestGap(),
                millis(),
                steps());
    }
}
