package org.hotrealm.net.transport;

import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** Which pages may talk to this server, and the headers that tell browsers so. */
final class Cors {

    private static final String METHODS = "GET,HEAD,PUT,PATCH,POST,DELETE";
    private static final String HEADERS = "Origin, X-Requested-With, Content-Type, Accept, Authorization";
    private static final String MONTH = "2592000";

    private Cors() {}

    /** Puts the headers on a response, whatever its status. A page that may not read it gets none. */
    static void apply(Settings settings, HttpFields request, HttpFields.Mutable response) {
        String origin = request.get(HttpHeader.ORIGIN);
        response.put(HttpHeader.VARY, "Origin");
        if (!allowed(settings.access().readers(), origin, request.get(HttpHeader.HOST))) {
            return;
        }
        // The SDK asks with credentials, for which browsers refuse a literal star.
        response.put("Access-Control-Allow-Origin", origin == null ? "*" : origin);
        response.put("Access-Control-Allow-Credentials", "true");
        response.put("Access-Control-Allow-Methods", METHODS);
        response.put("Access-Control-Allow-Headers", headers(request.get("Access-Control-Request-Headers")));
        response.put("Access-Control-Max-Age", MONTH);
    }

    /** Whether a page of this origin is in the list. The own host always is, and so is what is no page. */
    static boolean allowed(Origins list, @Nullable String origin, @Nullable String host) {
        return origin == null
                || list.contains(origin)
                || host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    /** The usual headers, and those an application asks for beside them. */
    private static String headers(@Nullable String asked) {
        if (asked == null) {
            return HEADERS;
        }
        StringBuilder all = new StringBuilder(HEADERS);
        String known = ", " + HEADERS.toLowerCase(Locale.ROOT) + ",";
        for (String header : asked.split(",")) {
            String name = header.strip();
            if (!name.isEmpty() && !known.contains(", " + name.toLowerCase(Locale.ROOT) + ",")) {
                all.append(", ").append(name);
            }
        }
        return all.toString();
    }
}
