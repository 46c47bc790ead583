package org.hotrealm.net.transport;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

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
    static Networks parse(String... texts) {
        return new Networks(Arrays.stream(texts)
                .filter(text -> !text.isBlank())
                .map(Networks::block)
                .toList());
    }

    private static Block block(String text) {
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
                "proxies.trusted holds '%s'; needed is an address or a network such as 10.0.0.0/8".formatted(text));
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
}
