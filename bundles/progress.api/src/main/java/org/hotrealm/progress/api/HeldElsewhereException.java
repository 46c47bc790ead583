package org.hotrealm.progress.api;

/** Somebody plays this character already. The message is for the player. */
public final class HeldElsewhereException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With a text for the player. */
    public HeldElsewhereException(String message) {
        super(message);
    }
}
