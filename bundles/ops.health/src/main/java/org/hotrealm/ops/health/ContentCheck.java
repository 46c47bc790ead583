package org.hotrealm.ops.health;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentProblem;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether the content files are in force as they lie there. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=content", "hc.tags=content"})
public final class ContentCheck implements HealthCheck {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Content content;

    @Override
    public Result execute() {
        Content now = content;
        FormattingResultLog log = new FormattingResultLog();
        if (now == null) {
            log.critical("there is no content; look at the log for why content.files did not start");
            return new Result(log);
        }
        return look(now.current().revision(), now.problems());
    }

    static Result look(long revision, List<ContentProblem> problems) {
        FormattingResultLog log = new FormattingResultLog();
        if (!problems.isEmpty()) {
            log.warn("the last edit is not in force, revision {} still is; correct it:", revision);
            problems.forEach(problem -> log.warn("{}", problem));
        } else {
            log.info("revision {} is in force", revision);
        }
        return new Result(log);
    }
}
