package org.hotrealm.ops.upgrade;

/** Something did not come to its end in time; it goes on on its own thread. */
final class Hung extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Thread thread;

    Hung(String message, Thread thread, Throwable cause) {
        super(message, cause);
        this.thread = thread;
    }

    Thread thread() {
        return thread;
    }
}
