package org.hotrealm.net.colyseus;

import java.nio.charset.StandardCharsets;

/** Codes with which connections end; the SDK acts on them. */
final class CloseCode {

    static final int NORMAL = 1000;
    static final int GOING_AWAY = 1001;
    static final int NO_STATUS = 1005;
    static final int ABNORMAL = 1006;
    static final int SERVER_ERROR = 1011;
    static final int WITH_ERROR = 4002;
    static final int FAILED_TO_RECONNECT = 4003;
    static final int MAY_TRY_RECONNECT = 4010;

    private static final int LONGEST_REASON = 123;

    private CloseCode() {}

    /** Whether the SDK comes back by itself after this code; after every other its client is gone for good. */
    static boolean comesBack(int code) {
        return code == GOING_AWAY || code == NO_STATUS || code == ABNORMAL || code == MAY_TRY_RECONNECT;
    }

    /** As much of a text as a closing frame carries. */
    static String reason(String text) {
        String told = text;
        while (told.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            told = told.substring(0, Math.min(told.length() - 1, LONGEST_REASON));
        }
        return told;
    }
}
