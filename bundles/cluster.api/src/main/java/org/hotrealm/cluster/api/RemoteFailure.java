package org.hotrealm.cluster.api;

/** The other node refused or failed; the message is its own, the code what it gave or 0. */
public final class RemoteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    /** A failure with a code that both sides understand. */
    public RemoteFailure(int code, String message) {
        super(message);
        this.code = code;
    }

    /** The other side's code; 0 for none. */
    public int code() {
        return code;
    }
}
