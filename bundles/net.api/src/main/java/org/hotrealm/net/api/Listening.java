package org.hotrealm.net.api;

import org.osgi.annotation.versioning.ProviderType;

/** The players' port is open. Registered as a service when it is, gone when it closes. */
@ProviderType
public interface Listening {

    /** The port listened on. */
    int port();

    /** Where a browser on this machine finds it, such as {@code http://localhost:2567}. */
    String url();

    /** WebSockets open now. */
    int connections();
}
