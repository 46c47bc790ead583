package org.hotrealm.realm.zone;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Seat;

/**
 * Which players may ask monsters why they do what they do. With a password, whoever shows it on joining; without one,
 * whoever plays on the machine of the server itself. Decided here once, and kept with the seat; a client's word for it
 * counts for nothing.
 *
 * @param password empty for none
 */
record Operators(String password) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String MARK = "operator";

    /** What a seat asked for so is marked with. */
    Payload mark(JoinRequest request) {
        return isOne(request) ? Payload.map(MARK, true) : Payload.NONE;
    }

    /** What admission says of a seat, with the mark that it had before. */
    static Payload carry(Payload before, Payload admitted) {
        return before.has(MARK) ? admitted.with(MARK, true) : admitted;
    }

    static boolean holds(Seat seat) {
        return Boolean.TRUE.equals(seat.auth().field(MARK));
    }

    private boolean isOne(JoinRequest request) {
        if (!password.isEmpty()) {
            return request.options().field(MARK) instanceof String shown
                    && MessageDigest.isEqual(
                            shown.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
        }
        // A proxy on this machine passes on the name under which the world knows the server.
        String host = request.headers().getOrDefault("host", "").replaceFirst(":\\d+$", "");
        return THIS_MACHINE.contains(host) && loopback(request.address());
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
