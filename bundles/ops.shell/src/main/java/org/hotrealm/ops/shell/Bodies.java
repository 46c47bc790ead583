package org.hotrealm.ops.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes small bodies. */
final class Bodies {

    private static final int LARGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Bodies() {}

    /** The body, or nothing where it is no JSON of this type, too large or not declared as JSON. */
    static <T> Optional<T> read(HttpServletRequest request, Class<T> type) throws IOException {
        String declared = request.getContentType();
        // A form on a foreign page cannot send this type without asking first.
        if (declared == null || !declared.startsWith("application/json")) {
            return Optional.empty();
        }
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        try {
            return bytes.length > LARGEST ? Optional.empty() : Optional.ofNullable(JSON.readValue(bytes, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static String json(Object body) {
        return JSON.writeValueAsString(body);
    }

    static void json(HttpServletResponse response, int status, Object body) throws IOException {
        write(response, status, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
    }

    static void error(HttpServletResponse response, int status, Words.NotUnderstood why) throws IOException {
        json(response, status, Map.of("error", String.valueOf(why.getMessage())));
    }

    static void text(HttpServletResponse response, int status, String body) throws IOException {
        write(response, status, "text/plain; charset=utf-8", (body + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, int status, String type, byte[] bytes) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
