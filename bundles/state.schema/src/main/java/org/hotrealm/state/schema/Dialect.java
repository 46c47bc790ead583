package org.hotrealm.state.schema;

/** Which generation of client reads the bytes; nothing on the wire tells, so the room has to know. */
public enum Dialect {
    /** SDK 0.18. */
    V18,
    /** SDK 0.17: no sets, bags, streams and quantized fields. */
    V17,
    /** SDK 0.16: as {@link #V17}. */
    V16;

    /** Whether arrays may only grow or be sent anew, and a rejoining client prunes nothing by itself. */
    boolean isLegacy() {
        return this != V18;
    }
}
