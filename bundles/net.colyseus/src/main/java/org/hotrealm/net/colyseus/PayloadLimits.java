package org.hotrealm.net.colyseus;

/**
 * How large the payload of one message may be, beyond the size of its frame.
 *
 * @param depth of lists and objects in each other
 * @param values lists' items and objects' fields, all together
 * @param keys of one object
 * @param textBytes of one text or one run of bytes
 */
record PayloadLimits(int depth, int values, int keys, int textBytes) {

    static final PayloadLimits DEFAULT = new PayloadLimits(32, 2048, 256, 4096);

    PayloadLimits {
        // Deeper than this the reader's own stack would be at stake.
        Settings.check("payload.depth", depth, 1, 256);
        Settings.check("payload.values", values, 1, 10_000_000);
        Settings.check("payload.keys", keys, 1, 1_000_000);
        Settings.check("payload.text.bytes", textBytes, 1, 100_000_000);
    }
}
