package org.hotrealm.net.colyseus;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.state.schema.Dialect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /matchmake/<method>/<target>}: gives a client a seat in a room. Any thread. */
final class Matchmaking {

    static final String PREFIX = "/matchmake";

    private static final Logger LOG = LoggerFactory.getLogger(Matchmaking.class);
    private static final String BEARER = "Bearer ";
    private static final int PARTS = 3;
    private static final int LONGEST_TARGET = 64;

    private static final Map<String, JoinRequest.Method> METHODS = Map.of(
            "joinOrCreate", JoinRequest.Method.JOIN_OR_CREATE,
            "create", JoinRequest.Method.CREATE,
            "join", JoinRequest.Method.JOIN,
            "joinById", JoinRequest.Method.JOIN_BY_ID,
            "reconnect", JoinRequest.Method.RECONNECT);

    private final AddressLimits limits = new AddressLimits();
    private final RoomsSource rooms;
    private final Breaches breaches;
    private volatile Settings settings;

    /** The rooms are asked for at each request: they may be replaced meanwhile. */
    Matchmaking(RoomsSource rooms, Settings settings, Breaches breaches) {
        this.rooms = rooms;
        this.breaches = breaches;
        this.settings = settings;
    }

    void settings(Settings next) {
        settings = next;
    }

    /** To be called about once a second. */
    void check(long nowNanos) {
        limits.forgetQuiet(nowNanos);
    }

    CompletionStage<HttpReply> handle(HttpCall call) {
        Dialect dialect = Dialect.V18;
        try {
            dialect = Endpoint.dialect(call);
            JoinRequest request = request(call);
            spend(call.address());
            Dialect asked = dialect;
            return reserve(request).handle((seat, failure) -> reply(request, asked, seat, failure));
        } catch (RefusedException e) {
            return CompletableFuture.completedFuture(refusal(dialect, e.code(), e.text()));
        }
    }

    private void spend(String address) throws RefusedException {
        int most = settings.joinsPerSecond();
        if (!limits.spend(JoinRequest.site(address), most, System.nanoTime())) {
            breaches.refused(Rule.JOINS, address, "more than %d matchmaking requests a second".formatted(most));
            throw new RefusedException(429, "too many joins from your address; try again in a second");
        }
    }

    private CompletionStage<Reservation> reserve(JoinRequest request) {
        Rooms open = rooms.get();
        return open == null
                ? rooms.next(null).exceptionallyCompose(_ -> unavailable()).thenCompose(next -> ask(next, request))
                : ask(open, request)
                        .exceptionallyCompose(
                                failure -> open.renewing() ? askNext(open, request, failure) : failed(failure));
    }

    private static CompletionStage<Reservation> ask(Rooms open, JoinRequest request) {
        return open.draining() ? unavailable() : open.reserve(request);
    }

    /** The engine went while it was asked: the next one is asked instead. */
    private CompletionStage<Reservation> askNext(Rooms gone, JoinRequest request, Throwable failure) {
        return rooms.next(gone)
                .handle((next, none) -> none == null ? ask(next, request) : Matchmaking.<Reservation>failed(failure))
                .thenCompose(answer -> answer);
    }

    private static <T> CompletionStage<T> failed(Throwable failure) {
        return CompletableFuture.failedFuture(failure);
    }

    private static <T> CompletionStage<T> unavailable() {
        return failed(new RefusedException(
                RefusedException.UNAVAILABLE, "the server takes no players at the moment; try again later"));
    }

    private static JoinRequest request(HttpCall call) throws RefusedException {
        if (!call.method().equals("POST")) {
            throw new RefusedException(405, "matchmaking takes POST only");
        }
        List<String> parts = Endpoint.parts(call);
        if (parts.size() != PARTS || parts.get(2).length() > LONGEST_TARGET) {
            throw new RefusedException(404, "the path must be /matchmake/<method>/<room name or id>");
        }
        JoinRequest.Method method = METHODS.get(parts.get(1));
        if (method == null) {
            throw new RefusedException(RefusedException.NO_HANDLER, "invalid method \"%s\"".formatted(parts.get(1)));
        }
        Payload options = options(call.body());
        if (method == JoinRequest.Method.RECONNECT && !(options.field("reconnectionToken") instanceof String)) {
            throw new RefusedException(
                    RefusedException.UNHANDLED, "'reconnectionToken' must be provided for reconnection.");
        }
        return new JoinRequest(method, parts.get(2), options, token(call), call.address(), call.headers());
    }

    private static Payload options(byte[] body) throws RefusedException {
        try {
            return JoinOptions.read(body);
        } catch (MalformedException e) {
            throw new RefusedException(400, e.text());
        }
    }

    private static @Nullable String token(HttpCall call) {
        String given = call.header("authorization");
        return given != null && given.startsWith(BEARER)
                ? given.substring(BEARER.length()).strip()
                : null;
    }

    private static HttpReply reply(
            JoinRequest request, Dialect dialect, @Nullable Reservation seat, @Nullable Throwable failure) {
        if (seat != null) {
            return HttpReply.json(200, SeatJson.seat(seat));
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RefusedException refused) {
            return refusal(dialect, refused.code(), refused.text());
        }
        LOG.warn("{} {} failed", request.method(), request.target(), cause);
        return refusal(dialect, RefusedException.UNHANDLED, "the server failed to make or find the room");
    }

    /**
     * The SDK takes the status for the code, that of 0.16 the body's code and only of a good status. An application's code
     * that is no HTTP status stays in the body.
     */
    private static HttpReply refusal(Dialect dialect, int code, String text) {
        int told = ErrorCode.in(dialect, code);
        int status = code >= 400 && code < 600 ? code : RefusedException.APPLICATION_ERROR;
        return HttpReply.json(told == code ? status : 200, SeatJson.error(told, text));
    }
}
