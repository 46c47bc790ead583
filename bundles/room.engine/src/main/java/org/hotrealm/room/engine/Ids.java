package org.hotrealm.room.engine;

import java.security.SecureRandom;

/** Identities and tokens from a secure source, in the URL-safe alphabet that the wire format asks for. */
final class Ids {

    private static final char[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray();
    private static final int ID_LENGTH = 9;
    private static final int TOKEN_LENGTH = 24;

    private final SecureRandom source = new SecureRandom();

    /** A room, session or process id: 54 random bits. */
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
