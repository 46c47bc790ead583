package org.hotrealm.ops.shell;

import java.util.Optional;
import org.hotrealm.ops.api.OperatorGuard;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The shell's guard for other bundles' pages. */
@Component(service = OperatorGuard.class)
public final class Doorkeeper implements OperatorGuard {

    private final Guard guard;

    /** Reads the token once. */
    @Activate
    public Doorkeeper(BundleContext context) {
        guard = Guard.of(context);
    }

    @Override
    public Optional<String> refusal(
            String address, @Nullable String host, @Nullable String origin, @Nullable String authorization) {
        return guard.refusal(address, host, origin, authorization);
    }
}
