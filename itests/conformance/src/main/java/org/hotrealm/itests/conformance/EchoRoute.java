package org.hotrealm.itests.conformance;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;
import org.osgi.service.component.annotations.Component;

/** A page of a third party beside matchmaking: says what it was asked; {@code /thing/refuse} says 418. */
@Component(service = HttpRoute.class)
public final class EchoRoute implements HttpRoute {

    @Override
    public String prefix() {
        return "/thing";
    }

    @Override
    public CompletionStage<HttpReply> handle(HttpCall call) {
        if (call.path().endsWith("/refuse")) {
            return CompletableFuture.completedFuture(HttpReply.json(418, "{\"code\":7,\"error\":\"a teapot\"}"));
        }
        if (call.path().endsWith("/fail")) {
            throw new IllegalStateException("on purpose");
        }
        String body = call.body().length == 0 ? "null" : new String(call.body(), StandardCharsets.UTF_8);
        String authorization = call.header("authorization");
        return CompletableFuture.completedFuture(HttpReply.json(
                200,
                "{\"method\":\"%s\",\"path\":\"%s\",\"color\":\"%s\",\"token\":\"%s\",\"own\":\"%s\",\"body\":%s}"
                        .formatted(
                                call.method(),
                                call.path(),
                                call.query().getOrDefault("color", ""),
                                authorization == null ? "" : authorization,
                                String.valueOf(call.header("x-own")),
                                body)));
    }
}
