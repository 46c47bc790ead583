package org.hotrealm.launcher;

import java.io.Serial;

/** The server cannot start; the message is one sentence for the person who started it: what, where, what to do. */
final class LaunchFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LaunchFailure(String sentence) {
        super(sentence);
    }

    LaunchFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
