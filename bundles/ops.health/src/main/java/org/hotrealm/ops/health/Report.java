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
 * @param meaning what that means for players
 * @param machine what a machine should do
 * @param human what a human should do
 * @param checks each check
 */
record Report(Result.Status status, String meaning, String machine, String human, List<Check> checks) {

    /**
     * One check.
     *
     * @param name its name
     * @param status what it found
     * @param machine what a machine should do about it
     * @param human what a human should do about it
     * @param messages what it says, the worst first
     */
    record Check(String name, Result.Status status, String machine, String human, List<String> messages) {}

    static Report of(List<HealthCheckExecutionResult> results) {
        List<Check> checks = new ArrayList<>();
        for (HealthCheckExecutionResult each : results) {
            Advice advice = Advice.of(each.getHealthCheckResult().getStatus());
            checks.add(new Check(
                    each.getHealthCheckMetadata().getName(),
                    advice.status(),
                    advice.machine(),
                    advice.human(),
                    messages(each.getHealthCheckResult())));
        }
        checks.sort(Comparator.comparing(Check::name));
        Result.Status worst = checks.stream()
                .map(Check::status)
                .max(Comparator.naturalOrder())
                .orElse(Result.Status.OK);
        Advice advice = Advice.of(worst);
        return new Report(worst, advice.meaning(), advice.machine(), advice.human(), checks);
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
}
