package org.hotrealm.net.colyseus;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.state.schema.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a WebSocket says: {@code /<process>/<room>?sessionId=…}, with anything before it.
 *
 * @param roomId the last part of the path; empty where it is none
 * @param sessionId the seat
 * @param reconnectionToken given by a client that comes back; null otherwise
 * @param authToken given for the room type to judge; null for none
 * @param knowsTypes whether the client needs no description of the state
 * @param dialect the generation of the client
 * @param relayed whether another node serves the client and only relays its frames
 */
record RoomUrl(
        String roomId,
        String sessionId,
        @Nullable String reconnectionToken,
        @Nullable String authToken,
        boolean knowsTypes,
        Dialect dialect,
        boolean relayed) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Reads the address; null where it names no seat, as when a client only measures latency. */
    static @Nullable RoomUrl of(HttpCall call) throws RefusedException {
        Map<String, String> query = call.query();
        String session = query.get("sessionId");
        if (session == null) {
            return null;
        }
        List<String> parts = call.parts();
        boolean complete = parts.size() >= 2 && isId(parts.getLast()) && isId(session);
        return new RoomUrl(
                complete ? parts.getLast() : "",
                session,
                query.get("reconnectionToken"),
                query.get("_authToken"),
                query.containsKey("skipHandshake"),
                Endpoint.dialect(call),
                query.containsKey(Relays.TICKET));
    }

    /** Whether a client wants its seat by this address. */
    static boolean namesSeat(HttpCall call) {
        return call.query().containsKey("sessionId");
    }

    /** What the rooms are asked for. */
    Claim claim() {
        return new Claim(roomId, sessionId, reconnectionToken, authToken);
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
