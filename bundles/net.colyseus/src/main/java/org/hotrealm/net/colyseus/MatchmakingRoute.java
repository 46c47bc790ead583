package org.hotrealm.net.colyseus;

import java.util.concurrent.CompletionStage;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;

/**
 * Matchmaking, also below the path of an older generation.
 *
 * @param path of that generation; empty for today's
 */
record MatchmakingRoute(String path, Matchmaking matchmaking) implements HttpRoute {
    @Override
    public String prefix() {
        return path + Matchmaking.PREFIX;
    }

    @Override
    public CompletionStage<HttpReply> handle(HttpCall call) {
        return matchmaking.handle(call);
    }
}
