package org.hotrealm.ops.health;

import java.util.Locale;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.hotrealm.progress.api.ProgressStore;
import org.hotrealm.progress.api.StoreState;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether what players earn is stored. People play on without, so this is never worse than a warning. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=progress", "hc.tags=progress"})
public final class ProgressCheck implements HealthCheck {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ProgressStore store;

    @Override
    public Result execute() {
        ProgressStore now = store;
        FormattingResultLog log = new FormattingResultLog();
        if (now == null) {
            log.warn("there is no store, so everybody plays as a guest and nothing that players earn is kept; install"
                    + " progress.jdbc with a DataSourceFactory (feature 'progress')");
            return new Result(log);
        }
        return look(now.state());
    }

    static Result look(StoreState state) {
        FormattingResultLog log = new FormattingResultLog();
        if (state.available()) {
            log.info(
                    "stores in {}: {} characters played, {} waiting, {} saves in {} commits, longest of late {} ms",
                    state.where(),
                    state.held(),
                    state.waiting(),
                    state.stored(),
                    state.commits(),
                    String.format(Locale.ROOT, "%.1f", state.longestMillis()));
        } else {
            log.warn(
                    "{} ({}); {} characters wait, their players are told nothing as stored, newcomers play as guests; it is"
                            + " tried again by itself",
                    state.problem(),
                    state.where(),
                    state.waiting());
        }
        return new Result(log);
    }
}
