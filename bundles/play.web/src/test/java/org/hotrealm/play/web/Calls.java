package org.hotrealm.play.web;

import java.net.URI;
import java.util.Map;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;

/** Requests for the tests. */
final class Calls {

    private Calls() {}

    static HttpReply get(HttpRoute route, String target) {
        return get(route, target, Map.of());
    }

    static HttpReply get(HttpRoute route, String target, Map<String, String> headers) {
        return call(route, "GET", target, headers);
    }

    static HttpReply call(HttpRoute route, String method, String target, Map<String, String> headers) {
        HttpCall call = new HttpCall(method, URI.create(target), headers, new byte[0], "127.0.0.1", Map.of());
        return route.handle(call).toCompletableFuture().join();
    }
}
