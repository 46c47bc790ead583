package org.hotrealm.cluster.api;

import org.osgi.annotation.versioning.ProviderType;

/** Something in force until closed. Closing twice is harmless. */
@ProviderType
public interface Registration extends AutoCloseable {

    @Override
    void close();
}
