package org.hotrealm.ops.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotrealm.ops.config.Setting.Unfit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What variables say of components' settings, in the components' types; what does not fit is told once. */
final class Overrides {

    private static final Logger LOG = LoggerFactory.getLogger(Overrides.class);

    private final Variables variables;
    private final Set<String> passedOver = new HashSet<>();

    Overrides(Variables variables) {
        this.variables = variables;
    }

    Map<String, Object> of(Described component) {
        Map<String, Object> over = new LinkedHashMap<>();
        for (Setting setting : component.settings().values()) {
            Optional<Variables.Given> given = variables.over(component, setting.key());
            try {
                if (given.isPresent()) {
                    over.put(setting.key(), Judge.given(setting, given.get()));
                }
            } catch (Unfit unfit) {
                if (passedOver.add(given.get().name())) {
                    LOG.error("{} of {}: {}", setting.key(), component.pid(), unfit.getMessage());
                }
            }
        }
        return over;
    }
}
