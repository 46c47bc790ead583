package org.hotrealm.progress.api;

/** The store cannot answer. The message says why, for operators. */
public final class StoreUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what went wrong. */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With what went wrong. */
    public StoreUnavailableException(String message) {
        super(message);
    }
}
