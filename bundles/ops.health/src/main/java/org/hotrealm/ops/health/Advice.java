package org.hotrealm.ops.health;

import java.util.Arrays;
import java.util.List;
import org.apache.felix.hc.api.Result;

/**
 * What a level of health asks of whom.
 *
 * @param status the level
 * @param meaning what it means for players
 * @param machine what a machine should do
 * @param human what a human should do
 */
record Advice(Result.Status status, String meaning, String machine, String human) {

    /** All levels, the best first. */
    static final List<Advice> ALL =
            Arrays.stream(Result.Status.values()).map(Advice::of).toList();

    static Advice of(Result.Status status) {
        return switch (status) {
            case OK -> new Advice(status, "all is well", "leave it as it is", "nothing");
            case WARN ->
                new Advice(
                        status,
                        "players play; something is not as it should be",
                        "leave it as it is, tell a human",
                        "look soon: each message says what to do");
            case TEMPORARILY_UNAVAILABLE ->
                new Advice(
                        status,
                        "no new players can be taken just now",
                        "send players elsewhere, do not restart it",
                        "wait: it comes back by itself, or is going down as asked");
            case CRITICAL ->
                new Advice(
                        status,
                        "players cannot play as they should",
                        "alert a human, send players elsewhere where that is possible",
                        "act now: each message says what to do");
            case HEALTH_CHECK_ERROR ->
                new Advice(
                        status,
                        "a check itself failed, so nobody knows",
                        "alert a human",
                        "look at the log for why the check failed");
        };
    }
}
