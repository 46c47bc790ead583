package org.hotrealm.net.transport;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Forwarding headers count only where the one who connected is a trusted proxy: then it is the last hop that is
 * none. What is no address literal ends the search at the hop before, so that nobody is counted under a made-up name.
 */
final class ClientAddress {

    private ClientAddress() {}

    static String of(Request request, Settings settings) {
        return of(
                Request.getRemoteAddr(request),
                request.getHeaders(),
                settings.access().proxies());
    }

    /**
     * The client's address.
     *
     * @param peer who connected
     * @param headers of the request
     * @param proxies the trusted ones
     */
    static String of(String peer, HttpFields headers, Networks proxies) {
        if (!proxies.contains(peer)) {
            return peer;
        }
        String client = peer;
        for (String hop : hops(headers).reversed()) {
            String literal = Networks.literal(hop);
            if (literal == null) {
                return client;
            }
            client = literal;
            if (!proxies.contains(literal)) {
                return client;
            }
        }
        return client;
    }

    /** From the client to the last proxy; of several headers the standard one counts. */
    private static List<String> hops(HttpFields headers) {
        if (headers.contains(HttpHeader.FORWARDED)) {
            return forwarded(all(headers, HttpHeader.FORWARDED));
        }
        if (headers.contains(HttpHeader.X_FORWARDED_FOR)) {
            return List.of(all(headers, HttpHeader.X_FORWARDED_FOR).split(","));
        }
        String real = headers.get("X-Real-IP");
        return real == null ? List.of() : List.of(real);
    }

    /** A header may come in several lines: a proxy appends its own. */
    private static String all(HttpFields headers, HttpHeader name) {
        return String.join(",", headers.getValuesList(name));
    }

    /** The {@code for} of each element; an element without one is a hop that hides who it was. */
    private static List<String> forwarded(String header) {
        List<String> hops = new ArrayList<>();
        for (String element : header.split(",")) {
            String found = node(element);
            hops.add(found == null ? "unknown" : found);
        }
        return hops;
    }

    private static @Nullable String node(String element) {
        for (String pair : element.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase("for")) {
                return pair.substring(equals + 1).strip().replace("\"", "");
            }
        }
        return null;
    }
}
