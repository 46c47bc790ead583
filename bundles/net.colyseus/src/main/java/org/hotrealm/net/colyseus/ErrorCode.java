package org.hotrealm.net.colyseus;

import org.hotrealm.room.api.RefusedException;
import org.hotrealm.state.schema.Dialect;

/** The codes of refusals, which SDK 0.16 numbers otherwise. */
final class ErrorCode {

    private static final int OLDER_BY = 3690;

    private ErrorCode() {}

    /** The code under which a client of this generation knows the refusal. */
    static int in(Dialect dialect, int code) {
        boolean matchmaking = code >= RefusedException.NO_HANDLER && code <= RefusedException.APPLICATION_ERROR;
        return dialect == Dialect.V16 && matchmaking ? code + OLDER_BY : code;
    }
}
