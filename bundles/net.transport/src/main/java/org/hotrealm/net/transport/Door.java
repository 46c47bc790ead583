package org.hotrealm.net.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what each address has open, of TCP connections or of WebSockets. Any thread. */
final class Door {

    /** One customer is usually given so much of IPv6, and can use every address in it. */
    private static final int BYTES_OF_A_SITE = 8;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /** Lets one more in if there are fewer than the limit; 0 for no limit. Whoever got in has to {@link #leave}. */
    boolean enter(String site, int most) {
        boolean[] entered = new boolean[1];
        open.compute(site, (_, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = most == 0 || now < most;
            return entered[0] ? Integer.valueOf(now + 1) : count;
        });
        return entered[0];
    }

    void leave(String site) {
        open.computeIfPresent(site, (_, count) -> count == 1 ? null : count - 1);
    }

    /** What an address has open. */
    int of(String site) {
        return open.getOrDefault(site, 0);
    }

    /** How many addresses have something open. */
    int sites() {
        return open.size();
    }

    /** How much is open in all. */
    int count() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The literal address of a peer. */
    static String address(SocketAddress peer) {
        return peer instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "unknown";
    }

    /** What an address is counted under: itself, or its network where one customer has many. */
    static String site(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES_OF_A_SITE))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
