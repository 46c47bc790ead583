package org.hotrealm.progress.jdbc;

/**
 * A character: its owner's token as SHA-256 in hex, and its class. Written {@code <hash>/<class>}.
 */
record Key(String owner, String heroClass) {

    static Key of(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("'%s' is no character: <hash>/<class> is needed".formatted(text));
        }
        return new Key(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return owner + "/" + heroClass;
    }
}
