package org.hotrealm.net.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers HTTP requests, and passes those on that want to become a WebSocket. Any thread. */
final class Gateway extends Handler.Abstract.NonBlocking {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final HttpReply HEALTHY = HttpReply.text(200, "OK");

    private final Sockets sockets;
    private final Routes routes;
    private final HttpConnections connections;
    private final Executor executor;
    private final Upgrades upgrades;
    private final Tarpit tarpit;

    Gateway(
            Sockets sockets,
            Routes routes,
            HttpConnections connections,
            Executor executor,
            Upgrades upgrades,
            Tarpit tarpit) {
        this.sockets = sockets;
        this.tarpit = tarpit;
        this.routes = routes;
        this.connections = connections;
        this.executor = executor;
        this.upgrades = upgrades;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Cors.apply(sockets.settings(), request.getHeaders(), response.getHeaders());
        if (sockets.isClosing()) {
            write(request, response, callback, error(503, "the server is shutting down; try again in a moment"));
            return true;
        }
        boolean preflight = request.getMethod().equals("OPTIONS");
        if (request.getHttpURI().hasViolations() && !preflight) {
            sockets.offended(
                    Offence.REQUEST,
                    "an ambiguous address in a request",
                    ClientAddress.of(request, sockets.settings()));
            write(request, response, callback, error(400, "the request's address is ambiguous"));
            return true;
        }
        if (request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
            HttpReply refusal = upgrades.upgrade(request, response, callback);
            if (refusal != null) {
                write(request, response, callback, refusal);
            }
            return true;
        }
        HttpReply own = own(request);
        if (own != null) {
            int limit = bodyBytes();
            Remainder.drop(request, limit, () -> write(request, response, callback, own));
        } else {
            read(request, response, callback);
        }
        return true;
    }

    /** What needs no route. */
    private @Nullable HttpReply own(Request request) {
        String path = Request.getPathInContext(request);
        if (request.getMethod().equals("OPTIONS")) {
            return HttpReply.empty(204);
        }
        if (path.equals("/__healthcheck")) {
            return HEALTHY;
        }
        return request.getLength() > bodyBytes() ? tooLarge(request) : null;
    }

    private int bodyBytes() {
        return sockets.settings().limits().bodyBytes();
    }

    private HttpReply tooLarge(Request request) {
        String what = "the body is larger than %d bytes".formatted(bodyBytes());
        sockets.offended(Offence.BODY, what, ClientAddress.of(request, sockets.settings()));
        return error(413, what);
    }

    private void read(Request request, Response response, Callback callback) {
        Content.Source.asByteArrayAsync(request, bodyBytes(), new Promise.Invocable<byte[]>() {
            @Override
            public void succeeded(byte[] body) {
                connections.answering(request);
                executor.execute(() -> route(request, response, callback, body));
            }

            @Override
            public void failed(Throwable failure) {
                // Answered, not failed: a client that vanished is no fault of the server's, and nothing to log.
                boolean large = failure instanceof IllegalStateException;
                HttpReply reply = large ? tooLarge(request) : error(400, "the body did not arrive");
                Remainder.drop(request, bodyBytes(), () -> write(request, response, callback, reply));
            }

            @Override
            public InvocationType getInvocationType() {
                return InvocationType.NON_BLOCKING;
            }
        });
    }

    private void route(Request request, Response response, Callback callback, byte[] body) {
        answer(request, body)
                .orTimeout(sockets.settings().times().answer(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> failed(request, failure))
                .thenAccept(reply -> write(request, response, callback, reply));
    }

    private CompletableFuture<HttpReply> answer(Request request, byte[] body) {
        try {
            HttpCall call = Calls.of(request, body, sockets.settings());
            HttpRoute route = routes.match(call.path());
            return route == null
                    ? CompletableFuture.completedFuture(error(404, "nothing is served at " + call.path()))
                    : route.handle(call).toCompletableFuture().copy();
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(error(400, "the request's address cannot be read"));
        } catch (RuntimeException | LinkageError e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static HttpReply failed(Request request, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return error(503, "the answer took too long; try again");
        }
        LOG.warn("{} {} failed", request.getMethod(), Request.getPathInContext(request), failure);
        return error(500, "the server failed");
    }

    static HttpReply error(int status, String text) {
        return HttpReply.json(status, Json.error(status, text));
    }

    private void write(Request request, Response response, Callback callback, HttpReply reply) {
        tarpit.answer(request, reply.status(), () -> writeNow(request, response, callback, reply));
    }

    private void writeNow(Request request, Response response, Callback callback, HttpReply reply) {
        response.setStatus(reply.status());
        reply.headers().forEach((name, value) -> header(response, name, value));
        if (!reply.type().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
        }
        if (reply.status() == 413 || reply.status() == 400 || sockets.isClosing()) {
            // What may still come of the body is not waited for.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        Request.addCompletionListener(request, _ -> connections.answered(request));
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    /** A route's header replaces ours, but for what answers vary by: that adds up. */
    private static void header(Response response, String name, String value) {
        if (HttpHeader.VARY.is(name)) {
            response.getHeaders().put(HttpHeader.VARY, "Origin, " + value);
        } else {
            response.getHeaders().put(new HttpField(name, value));
        }
    }

    /**
     * The answer to what could not even be read as a request.
     *
     * @param sockets for the settings and the count
     */
    record Unreadable(Sockets sockets) implements Request.Handler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            int status = response.getStatus() < 400 ? 500 : response.getStatus();
            String text = org.eclipse.jetty.http.HttpStatus.getMessage(status);
            sockets.offended(
                    Offence.REQUEST, "a request refused with " + status, ClientAddress.of(request, sockets.settings()));
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
            // The connection ends here, and a client that is not told would use it again.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Cors.apply(sockets.settings(), request.getHeaders(), response.getHeaders());
            byte[] body = Json.error(status, text).getBytes(StandardCharsets.UTF_8);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
