package org.hotrealm.room.api;

/** The client does not get what it asked for; it is told the code and the text. Not an error of the server. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Matchmaking: no room type of that name, or no such method. */
    public static final int NO_HANDLER = 520;
    /** Matchmaking: no room matches. */
    public static final int INVALID_CRITERIA = 521;
    /** Matchmaking: no such room, or it is locked or full. */
    public static final int INVALID_ROOM_ID = 522;
    /** Matchmaking: a hook failed. */
    public static final int UNHANDLED = 523;
    /** The reservation or the reconnection token is wrong or expired. */
    public static final int EXPIRED = 524;
    /** Authentication failed. */
    public static final int AUTH_FAILED = 525;
    /** Refused by the application. */
    public static final int APPLICATION_ERROR = 526;
    /** A payload is not as it must be. */
    public static final int INVALID_PAYLOAD = 4217;
    /** The server is going down or taking no more. */
    public static final int UNAVAILABLE = 503;

    private final int code;
    private final transient Payload reason;

    /** Refuses with one of the codes above or an application's own. */
    public RefusedException(int code, String message) {
        super(message, null, false, false);
        this.code = code;
        this.reason = Payload.of(message);
    }

    /** Rejects a request with a reason that reaches the client as it is. */
    public RefusedException(Payload reason) {
        super(String.valueOf(reason.value()), null, false, false);
        this.code = APPLICATION_ERROR;
        this.reason = reason;
    }

    /** The reason a rejected request carries; the text where none was given. */
    public Payload reason() {
        return reason;
    }

    /** The code the client sees. */
    public int code() {
        return code;
    }

    /** The text the client sees. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
