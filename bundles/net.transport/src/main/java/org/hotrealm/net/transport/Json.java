package org.hotrealm.net.transport;

/** The one JSON answer the transport gives by itself. */
final class Json {

    private Json() {}

    /** {@code {"code":404,"error":"…"}}. */
    static String error(int code, String text) {
        return "{\"code\":%d,\"error\":\"%s\"}".formatted(code, text(text));
    }

    /** Text as it stands between quotes; safe for a line of a log as well. */
    static String text(String text) {
        StringBuilder json = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }
}
