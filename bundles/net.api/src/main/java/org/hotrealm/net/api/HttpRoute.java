package org.hotrealm.net.api;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Serves the paths below a prefix on the players' port; a service. The longest matching prefix wins, the service with the
 * higher ranking among equals. CORS headers and preflight are the transport's.
 */
@ConsumerType
public interface HttpRoute {

    /** The prefix, beginning with a slash; {@code /} serves what nobody else does. */
    String prefix();

    /** Answers a request, on a virtual thread. A failure is answered with status 500 and logged. */
    CompletionStage<HttpReply> handle(HttpCall call);
}
