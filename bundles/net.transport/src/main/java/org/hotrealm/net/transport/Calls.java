package org.hotrealm.net.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.hotrealm.net.api.HttpCall;

/** Makes the api's picture of a request. */
final class Calls {

    private static final String LEGAL = "-._~:/?@!$&'()*+,;=";

    private Calls() {}

    static HttpCall of(Request request, byte[] body, Settings settings) {
        Map<String, String> headers = headers(request.getHeaders());
        ambient(headers, settings);
        return new HttpCall(
                request.getMethod(),
                target(address(request.getHttpURI())),
                headers,
                body,
                ClientAddress.of(request, settings),
                query(request.getHttpURI().getQuery()));
    }

    /** Without dots between slashes: no route has to think of them. */
    private static String address(HttpURI uri) {
        String query = uri.getQuery();
        return query == null ? uri.getCanonicalPath() : uri.getCanonicalPath() + "?" + query;
    }

    private static Map<String, String> headers(HttpFields fields) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : fields) {
            String value = field.getValue();
            headers.putIfAbsent(field.getLowerCaseName().toLowerCase(Locale.ROOT), value == null ? "" : value);
        }
        return headers;
    }

    /** The SDK does not encode what it puts into URLs, so characters that are not allowed there are encoded here. */
    static URI target(String raw) {
        try {
            return new URI(raw);
        } catch (URISyntaxException e) {
            return URI.create(encoded(raw));
        }
    }

    private static String encoded(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(raw.length() + 16);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
            if (plain || c == '%' && escape(bytes, i)) {
                out.append(c);
            } else {
                out.append("%%%02X".formatted((int) c));
            }
        }
        return out.toString();
    }

    private static boolean escape(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && Character.digit(bytes[at + 1], 16) >= 0
                && Character.digit(bytes[at + 2], 16) >= 0;
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            Fields fields = new Fields(true);
            UrlEncoded.decodeUtf8To(raw, fields);
            fields.forEach(field -> query.put(field.getName(), field.getValue() == null ? "" : field.getValue()));
        }
        return query;
    }

    /**
     * Takes away what browsers add by themselves to what a page elsewhere asks for: no such page acts with its visitor's
     * cookies here.
     */
    private static void ambient(Map<String, String> headers, Settings settings) {
        if (!Cors.allowed(settings.access().sockets(), headers.get("origin"), headers.get("host"))) {
            headers.remove("cookie");
            headers.computeIfPresent(
                    "authorization", (_, value) -> value.regionMatches(true, 0, "Basic ", 0, 6) ? null : value);
        }
    }
}
