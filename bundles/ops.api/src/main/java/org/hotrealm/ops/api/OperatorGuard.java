package org.hotrealm.ops.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who may change something over the operator's port, or see more than numbers. With a token, whoever shows it; without one,
 * this machine alone, and no foreign web page that a browser on it has open. Any thread.
 */
@ProviderType
public interface OperatorGuard {

    /**
     * Why a caller may not; empty where it may.
     *
     * @param address the caller's network address
     * @param host the header {@code Host}
     * @param origin the header {@code Origin}
     * @param authorization the header {@code Authorization}
     */
    Optional<String> refusal(
            String address, @Nullable String host, @Nullable String origin, @Nullable String authorization);
}
