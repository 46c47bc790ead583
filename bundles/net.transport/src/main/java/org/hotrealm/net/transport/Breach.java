package org.hotrealm.net.transport;

import org.eclipse.jetty.websocket.core.exception.CloseException;

/** A client passed a limit: it is closed with a code and a reason. */
final class Breach extends CloseException {

    private static final long serialVersionUID = 1;

    private final Offence kind;

    Breach(Offence kind, int code, String reason) {
        super(code, reason);
        this.kind = kind;
    }

    Offence kind() {
        return kind;
    }
}
