package org.hotrealm.ops.health;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.hotrealm.ops.api.SettingsFiles;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether what operators wrote into {@code config/} is in force. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=config", "hc.tags=config"})
public final class ConfigCheck implements HealthCheck {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable SettingsFiles files;

    @Override
    public Result execute() {
        SettingsFiles now = files;
        return look(now == null ? List.of() : now.refused());
    }

    static Result look(List<String> refused) {
        FormattingResultLog log = new FormattingResultLog();
        refused.forEach(each -> log.warn("{}", each));
        if (refused.isEmpty()) {
            log.info("all files with settings are in force");
        }
        return new Result(log);
    }
}
