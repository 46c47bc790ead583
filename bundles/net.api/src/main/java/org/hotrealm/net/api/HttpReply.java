package org.hotrealm.net.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The answer to an HTTP request.
 *
 * @param status the status code; codes beyond the registered ones are sent as they are
 * @param headers further headers
 * @param type the content type; the empty string for none
 * @param body the body; not changed afterwards
 */
public record HttpReply(int status, Map<String, String> headers, String type, byte[] body) {

    /** An answer in JSON. */
    public static HttpReply json(int status, String json) {
        return new HttpReply(
                status, Map.of(), "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer in plain text. */
    public static HttpReply text(int status, String text) {
        return new HttpReply(status, Map.of(), "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer without a body. */
    public static HttpReply empty(int status) {
        return new HttpReply(status, Map.of(), "", new byte[0]);
    }
}
