package org.hotrealm.play.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;

/** How files become answers: caching, packing, and what a browser may do with them. */
final class Replies {

    /** Nothing from elsewhere, no inline script, nobody may frame the page; sockets to where a room may live. */
    static final String POLICY = "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data: blob:; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Replies() {}

    /** Whether a request asks for a file at all. */
    static boolean reads(HttpCall call) {
        return call.method().equals("GET") || call.method().equals("HEAD");
    }

    /** The answer to anything but reading. */
    static HttpReply notAllowed(HttpCall call) {
        String text = "{\"code\":405,\"error\":\"%s is not allowed here, only GET and HEAD\"}";
        HttpReply reply = HttpReply.json(405, text.formatted(letters(call.method())));
        return new HttpReply(405, Map.of("Allow", "GET, HEAD"), reply.type(), reply.body());
    }

    /** A file, or 304 where the browser has it. */
    static HttpReply file(HttpCall call, Asset asset, String caching) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", caching);
        headers.put("ETag", asset.tag());
        headers.put("Vary", "Accept-Encoding");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Content-Security-Policy", POLICY);
        if (has(call, asset.tag())) {
            return new HttpReply(304, headers, "", new byte[0]);
        }
        boolean packed = asset.packed().length > 0 && takesGzip(call);
        if (packed) {
            headers.put("Content-Encoding", "gzip");
        }
        return new HttpReply(200, headers, asset.type(), packed ? asset.packed() : asset.body());
    }

    private static boolean has(HttpCall call, String tag) {
        String known = call.header("if-none-match");
        return known != null && (known.equals("*") || known.contains(tag));
    }

    private static boolean takesGzip(HttpCall call) {
        String encodings = call.header("accept-encoding");
        if (encodings == null) {
            return false;
        }
        for (String encoding : encodings.toLowerCase(Locale.ROOT).split(",", -1)) {
            String wanted = encoding.replace(" ", "");
            if (wanted.equals("gzip") || wanted.startsWith("gzip;") && !wanted.matches("gzip;q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String method) {
        return method.replaceAll("[^A-Z]", "");
    }
}
