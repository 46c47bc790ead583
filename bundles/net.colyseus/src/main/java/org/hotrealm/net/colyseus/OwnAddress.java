package org.hotrealm.net.colyseus;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.hotrealm.net.api.Listening;
import org.jspecify.annotations.Nullable;

/** Where other nodes reach this node's port for players: as configured, else this machine's address in its own network. */
final class OwnAddress {

    private static final Pattern CONFIGURED = Pattern.compile("(wss?://)?[^\\s/?#@]+(:\\d{1,5})?");

    private volatile String configured = "";
    private volatile @Nullable Listening listening;

    /** Checks and takes the setting; empty for none. */
    void configured(String address) {
        if (!address.isEmpty() && !CONFIGURED.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "relay.address in the configuration org.hotrealm.net.colyseus is '%s'; host:port, ws://host:port or wss://host:port is needed"
                            .formatted(address));
        }
        configured = address;
    }

    void listening(@Nullable Listening now) {
        listening = now;
    }

    @Nullable
    Listening listening() {
        return listening;
    }

    /** {@code ws://host:port} or {@code wss://host:port}; null while no port is open. */
    @Nullable
    String url() {
        String fixed = configured;
        if (fixed.contains("://")) {
            return fixed;
        }
        Listening open = listening;
        if (open == null) {
            return null;
        }
        String scheme = open.url().startsWith("https") ? "wss://" : "ws://";
        return scheme + (fixed.isEmpty() ? host(addresses()) + ":" + open.port() : fixed);
    }

    /** The first address of a private network, else any that is not this machine's alone. */
    static String host(List<InetAddress> addresses) {
        InetAddress best = addresses.stream()
                .filter(address -> !address.isLinkLocalAddress() && !address.isMulticastAddress())
                .min(Comparator.comparing(InetAddress::isLoopbackAddress)
                        .thenComparing(address -> !(address instanceof Inet4Address))
                        .thenComparing(address -> !address.isSiteLocalAddress()))
                .orElse(InetAddress.getLoopbackAddress());
        String text = best.getHostAddress();
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        return best instanceof Inet4Address ? plain : "[" + plain + "]";
    }

    private static List<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(OwnAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface card) {
        try {
            return card.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
