package org.hotrealm.state.schema;

/** What a field holds, with its name in the handshake. */
enum Kind {
    BOOLEAN("boolean", 0, 1),
    INT8("int8", Byte.MIN_VALUE, Byte.MAX_VALUE),
    UINT8("uint8", 0, 0xff),
    INT16("int16", Short.MIN_VALUE, Short.MAX_VALUE),
    UINT16("uint16", 0, 0xffff),
    INT32("int32", Integer.MIN_VALUE, Integer.MAX_VALUE),
    UINT32("uint32", 0, 0xffffffffL),
    INT64("int64", Long.MIN_VALUE, Long.MAX_VALUE),
    UINT64("uint64", Long.MIN_VALUE, Long.MAX_VALUE),
    BIGINT64("bigint64", Long.MIN_VALUE, Long.MAX_VALUE),
    BIGUINT64("biguint64", Long.MIN_VALUE, Long.MAX_VALUE),
    FLOAT32("float32", 0, 0),
    FLOAT64("float64", 0, 0),
    NUMBER("number", 0, 0),
    STRING("string", 0, 0),
    QUANTIZED("quantized", 0, 0),
    REF("ref", 0, 0),
    MAP("map", 0, 0),
    ARRAY("array", 0, 0),
    SET("set", 0, 0),
    COLLECTION("collection", 0, 0),
    STREAM("stream", 0, 0);

    private static final Kind[] ALL = values();

    final String wireName;
    final long min;
    final long max;

    Kind(String wireName, long min, long max) {
        this.wireName = wireName;
        this.min = min;
        this.max = max;
    }

    static Kind of(String wireName) {
        for (Kind kind : ALL) {
            if (kind.wireName.equals(wireName)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Unknown field kind '" + wireName + "'");
    }

    static Kind at(int ordinal) {
        if (ordinal < 0 || ordinal >= ALL.length) {
            throw new IllegalArgumentException("Unknown field kind number " + ordinal);
        }
        return ALL[ordinal];
    }

    /** Whether values live in the long slots of an object. */
    boolean isBits() {
        return compareTo(STRING) < 0 || this == QUANTIZED;
    }

    /** Bytes of a value on the wire, 0 where they vary. */
    int width() {
        return switch (this) {
            case BOOLEAN, INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case INT64, UINT64, BIGINT64, BIGUINT64, FLOAT64 -> 8;
            default -> 0;
        };
    }

    boolean isPrimitive() {
        return compareTo(REF) < 0;
    }

    boolean isContainer() {
        return compareTo(REF) > 0;
    }

    /** Whether nothing older than the 0.18 client can read it. */
    boolean isNewIn18() {
        return this == QUANTIZED || this == SET || this == COLLECTION || this == STREAM;
    }
}
