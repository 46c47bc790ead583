package org.hotrealm.room.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.Payload;

/** Whom a seat is kept for: the client's identity and tokens, and what it has brought. Room thread only, but for the final fields. */
final class SeatPass {

    private final String sessionId;
    private final String address;
    private Payload auth;
    private Payload data = Payload.NONE;
    private Payload options;
    private String origin;
    private String token = "";

    SeatPass(String sessionId, String address, Guest guest, String origin) {
        this.sessionId = sessionId;
        this.address = address;
        this.auth = guest.auth();
        this.options = guest.options();
        this.origin = origin;
    }

    String sessionId() {
        return sessionId;
    }

    String address() {
        return address;
    }

    Payload auth() {
        return auth;
    }

    void auth(Payload given) {
        auth = given;
    }

    Payload data() {
        return data;
    }

    void data(Payload kept) {
        data = kept;
    }

    /** The join options, while the client has not joined. */
    Payload options() {
        return options;
    }

    /** Gives the join options out, once. */
    Payload takeOptions() {
        Payload given = options;
        options = Payload.NONE;
        return given;
    }

    /** The room it comes from, as long as that was not told. */
    String origin() {
        return origin;
    }

    /** The room it comes from, told once; empty for none. */
    String takeOrigin() {
        String from = origin;
        origin = "";
        return from;
    }

    /** The reconnection token of its last connection; empty before the first. */
    String token() {
        return token;
    }

    void token(String given) {
        token = given;
    }

    /** Whether this is the token; how long that takes tells nothing of it. */
    boolean opensWith(String given) {
        return !token.isEmpty()
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
