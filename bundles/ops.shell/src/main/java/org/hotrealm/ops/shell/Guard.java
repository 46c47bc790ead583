package org.hotrealm.ops.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * Who may change something over HTTP. With a token, whoever shows it; without one, this machine alone, and no web page
 * that a browser on this machine has open.
 */
record Guard(String token) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String BEARER = "Bearer ";

    /** Reads {@code OPERATOR_TOKEN}, a framework property or in the environment. */
    static Guard of(BundleContext context) {
        String property = context.getProperty("OPERATOR_TOKEN");
        String value = property != null ? property : System.getenv("OPERATOR_TOKEN");
        return new Guard(value == null ? "" : value.strip());
    }

    /** Why the caller may not; empty where it may. */
    Optional<String> refusal(HttpServletRequest request) {
        return refusal(
                request.getRemoteAddr(),
                request.getHeader("Host"),
                request.getHeader("Origin"),
                request.getHeader("Authorization"));
    }

    /** Whether the caller may not, and was told so. */
    boolean refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> refusal = refusal(request);
        if (refusal.isPresent()) {
            Bodies.json(response, 403, Map.of("error", refusal.get()));
        }
        return refusal.isPresent();
    }

    /** Why a caller with this address and these headers may not; empty where it may. */
    Optional<String> refusal(
            String address, @Nullable String host, @Nullable String origin, @Nullable String authorization) {
        if (!token.isEmpty()) {
            return shown(authorization)
                    ? Optional.empty()
                    : Optional.of("send the header 'Authorization: Bearer' with the value of OPERATOR_TOKEN");
        }
        boolean here = loopback(address)
                && THIS_MACHINE.contains(host(host))
                && (origin == null || THIS_MACHINE.contains(origin(origin)));
        return here
                ? Optional.empty()
                : Optional.of("without OPERATOR_TOKEN only this machine may do that; set one, and show it");
    }

    private boolean shown(@Nullable String header) {
        return header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(
                        header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The host without its port. */
    private static String host(@Nullable String header) {
        return header == null ? "" : header.replaceFirst(":\\d+$", "");
    }

    private static String origin(String header) {
        try {
            String host = URI.create(header).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
