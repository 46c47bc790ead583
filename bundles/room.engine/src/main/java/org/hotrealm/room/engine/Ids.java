package org.hotrealm.room.engine;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Identities and tokens from a secure source, in the URL-safe alphabet that the wire format asks for. */
final class Ids {

    private static final char[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray();
    private static final int ID_LENGTH = 9;
    private static final int SESSION_LENGTH = 22;
    private static final int TOKEN_LENGTH = 24;

    private final RandomGenerator source;

    Ids() {
        this(new SecureRandom());
    }

    /** Ids from another source, for rooms whose every run is to be the same. */
    Ids(RandomGenerator source) {
        this.source = source;
    }

    /** A session id, which opens a reserved seat: 132 random bits. */
    String session() {
        return text(SESSION_LENGTH);
    }

    /** A room or process id: 54 random bits. It opens nothing. */
    String id() {
        return text(ID_LENGTH);
    }

    /** A reconnection token: 144 random bits. */
    String token() {
        return text(TOKEN_LENGTH);
    }

    long seed() {
        return source.nextLong();
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        source.nextBytes(bytes);
        StringBuilder text = new StringBuilder(length);
        for (byte b : bytes) {
            text.append(ALPHABET[b & 63]);
        }
        return text.toString();
    }
}
