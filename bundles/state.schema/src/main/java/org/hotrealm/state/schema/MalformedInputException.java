package org.hotrealm.state.schema;

/** Bytes of a client that are no input of the declared type; carries no stack trace, for a client can cause many. */
public final class MalformedInputException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedInputException(String message) {
        super(message, null, false, false);
    }
}
