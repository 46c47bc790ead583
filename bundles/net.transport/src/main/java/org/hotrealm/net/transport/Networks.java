package org.hotrealm.net.transport;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of IP addresses and networks. Immutable. */
record Networks(List<Block> blocks) {

    /**
     * An address and how many of its bits count.
     *
     * @param address in network order
     * @param bits the length of the prefix
     */
    record Block(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if (((other[bit >> 3] ^ address[bit >> 3]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Reads addresses ({@code 10.1.2.3}) and networks ({@code 10.0.0.0/8}, {@code fd00::/8}). Names are refused. */
    static Networks parse(String key, String... texts) {
        return new Networks(Arrays.stream(texts)
                .filter(text -> !text.isBlank())
                .map(text -> block(key, text.strip()))
                .toList());
    }

    private static Block block(String key, String text) {
        int slash = text.indexOf('/');
        try {
            byte[] address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= address.length * 8) {
                return new Block(address, bits);
            }
        } catch (IllegalArgumentException e) {
            // told below, with the value
        }
        throw new IllegalArgumentException(
                "%s in the configuration org.hotrealm.net.transport holds '%s'; needed is an address or a network such as 10.0.0.0/8"
                        .formatted(key, text));
    }

    /** Whether this address, in its literal form, is one of them. What is no address is not. */
    boolean contains(String literal) {
        if (blocks.isEmpty()) {
            return false;
        }
        try {
            byte[] address = InetAddress.ofLiteral(literal).getAddress();
            return blocks.stream().anyMatch(block -> block.contains(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The address in a hop of a proxy's header, which may be in brackets and have a port; null where it holds none. Names
     * are never looked up.
     */
    static @Nullable String literal(String hop) {
        String text = hop.strip();
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            text = end < 0 ? "" : text.substring(1, end);
        } else if (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
            text = text.substring(0, text.indexOf(':'));
        }
        try {
            return InetAddress.ofLiteral(text).getHostAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
