package org.hotrealm.ops.upgrade;

import org.jspecify.annotations.Nullable;

/** A swap does not go on; the message says why and what to do. */
class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
