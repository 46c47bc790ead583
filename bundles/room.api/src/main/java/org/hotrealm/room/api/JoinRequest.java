package org.hotrealm.room.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client asking for a seat.
 *
 * @param method how
 * @param target a room type's name, or a room's id for {@code JOIN_BY_ID} and {@code RECONNECT}
 * @param options what the client gave; a map
 * @param token the bearer token, or null
 * @param address the client's network address
 * @param headers the request's headers, names in lower case
 */
public record JoinRequest(
        Method method,
        String target,
        Payload options,
        @Nullable String token,
        String address,
        Map<String, String> headers) {

    /** How a seat is asked for. */
    public enum Method {
        /** Any room of the type, else a new one. */
        JOIN_OR_CREATE,
        /** A new room. */
        CREATE,
        /** An existing room of the type. */
        JOIN,
        /** The room with this id. */
        JOIN_BY_ID,
        /** The seat held for a reconnection token. */
        RECONNECT
    }

    /** One customer is usually given so much of IPv6, and can use every address in it. */
    private static final int BYTES_OF_A_SITE = 8;

    /** Copies the headers. */
    public JoinRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * What limits for each address count an address under: itself, or its network of 64 bits where it is one of IPv6.
     *
     * @param address an address, or any other text, which is given back
     */
    public static String site(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES_OF_A_SITE))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
