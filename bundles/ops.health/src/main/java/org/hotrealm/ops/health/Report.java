package org.hotrealm.ops.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;

/**
 * What the checks say together.
 *
 * @param status the worst of all
 * @param meaning what a machine and a human should do
 * @param checks each check
 */
record Report(Result.Status status, String meaning, List<Check> checks) {

    /**
     * One check.
     *
     * @param name its name
     * @param status what it found
     * @param messages what it says, the worst first
     */
    record Check(String name, Result.Status status, List<String> messages) {}

    static Report of(List<HealthCheckExecutionResult> results) {
        List<Check> checks = new ArrayList<>();
        for (HealthCheckExecutionResult each : results) {
            checks.add(new Check(
                    each.getHealthCheckMetadata().getName(),
                    each.getHealthCheckResult().getStatus(),
                    messages(each.getHealthCheckResult())));
        }
        checks.sort(Comparator.comparing(Check::name));
        Result.Status worst = checks.stream()
                .map(Check::status)
                .max(Comparator.naturalOrder())
                .orElse(Result.Status.OK);
        return new Report(worst, meaning(worst), checks);
    }

    private static List<String> messages(Result result) {
        List<ResultLog.Entry> entries = new ArrayList<>();
        result.forEach(entries::add);
        return entries.stream()
                .sorted(Comparator.comparing(ResultLog.Entry::getStatus).reversed())
                .map(ResultLog.Entry::getMessage)
                .toList();
    }

    /** Whether a machine should leave the server as it is. */
    boolean well() {
        return status == Result.Status.OK || status == Result.Status.WARN;
    }

    private static String meaning(Result.Status status) {
        return switch (status) {
            case OK -> "all is well";
            case WARN -> "players play; a human should look soon";
            case TEMPORARILY_UNAVAILABLE -> "send players elsewhere for now; it comes back by itself or is going down";
            case CRITICAL -> "players cannot play as they should; a human must act now";
            case HEALTH_CHECK_ERROR -> "a check itself failed; look at the log";
        };
    }
}
