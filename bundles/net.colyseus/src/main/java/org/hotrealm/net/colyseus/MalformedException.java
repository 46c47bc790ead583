package org.hotrealm.net.colyseus;

/** Bytes are not what the protocol allows. The text says what was met and where; it is safe to show to the client. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Without stack trace: hostile input must be cheap to refuse. */
    MalformedException(String message) {
        super(message, null, false, false);
    }

    /** The text for the client and the log. */
    String text() {
        return String.valueOf(getMessage());
    }
}
