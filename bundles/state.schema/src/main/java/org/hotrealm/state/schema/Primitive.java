package org.hotrealm.state.schema;

/**
 * An element type of collections of plain values, such as {@code T.map("scores", Primitive.UINT16)}.
 *
 * <p>{@link #UINT64} and {@link #BIGUINT64} take the unsigned 64 bits in a {@code long}. A client sees {@link #INT64}
 * and {@link #UINT64} as JavaScript numbers (exact up to 2<sup>53</sup>), the big ones as {@code BigInt}.
 *
 * @param <V> the Java type of an element
 */
public final class Primitive<V> {
    /** {@code true} or {@code false}. */
    public static final Primitive<Boolean> BOOLEAN = new Primitive<>(Kind.BOOLEAN, Boolean.class);
    /** −128 … 127. */
    public static final Primitive<Integer> INT8 = new Primitive<>(Kind.INT8, Integer.class);
    /** 0 … 255. */
    public static final Primitive<Integer> UINT8 = new Primitive<>(Kind.UINT8, Integer.class);
    /** −32,768 … 32,767. */
    public static final Primitive<Integer> INT16 = new Primitive<>(Kind.INT16, Integer.class);
    /** 0 … 65,535. */
    public static final Primitive<Integer> UINT16 = new Primitive<>(Kind.UINT16, Integer.class);
    /** Any {@code int}. */
    public static final Primitive<Integer> INT32 = new Primitive<>(Kind.INT32, Integer.class);
    /** 0 … 4,294,967,295. */
    public static final Primitive<Long> UINT32 = new Primitive<>(Kind.UINT32, Long.class);
    /** Any {@code long}; a number on the client. */
    public static final Primitive<Long> INT64 = new Primitive<>(Kind.INT64, Long.class);
    /** Unsigned 64 bits; a number on the client. */
    public static final Primitive<Long> UINT64 = new Primitive<>(Kind.UINT64, Long.class);
    /** Any {@code long}; a {@code BigInt} on the client. */
    public static final Primitive<Long> BIGINT64 = new Primitive<>(Kind.BIGINT64, Long.class);
    /** Unsigned 64 bits; a {@code BigInt} on the client. */
    public static final Primitive<Long> BIGUINT64 = new Primitive<>(Kind.BIGUINT64, Long.class);
    /** IEEE single precision. */
    public static final Primitive<Float> FLOAT32 = new Primitive<>(Kind.FLOAT32, Float.class);
    /** IEEE double precision. */
    public static final Primitive<Double> FLOAT64 = new Primitive<>(Kind.FLOAT64, Double.class);
    /** A number in its shortest exact form, 1 to 9 bytes; NaN becomes 0. */
    public static final Primitive<Double> NUMBER = new Primitive<>(Kind.NUMBER, Double.class);
    /** Text. */
    public static final Primitive<String> STRING = new Primitive<>(Kind.STRING, String.class);

    private static final double MAX_SAFE_INTEGER = 9007199254740991.0;

    private static final Primitive<?>[] ALL = {
        BOOLEAN, INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64, BIGINT64, BIGUINT64, FLOAT32, FLOAT64,
        NUMBER, STRING
    };

    final Kind kind;
    final Class<V> javaType;

    private Primitive(Kind kind, Class<V> javaType) {
        this.kind = kind;
        this.javaType = javaType;
    }

    static Primitive<?> of(Kind kind) {
        for (Primitive<?> primitive : ALL) {
            if (primitive.kind == kind) {
                return primitive;
            }
        }
        throw new IllegalArgumentException(kind.wireName + " is not a primitive that collections can hold");
    }

    /** Refuses what the wire cannot carry, so that a client never sees a wrapped number. */
    void check(Object value, String where) {
        if (!javaType.isInstance(value)) {
            throw new IllegalArgumentException(where + " holds " + kind.wireName + ", which takes "
                    + javaType.getSimpleName() + ", not " + value.getClass().getSimpleName());
        }
        if (kind.max != 0 && kind != Kind.BOOLEAN) {
            long number = ((Number) value).longValue();
            if (number < kind.min || number > kind.max) {
                throw Errors.outOfRange(where, kind, number);
            }
        }
    }

    /** What clients see of a {@code number}, which has no form for NaN and infinities. */
    static double visible(double number) {
        if (Double.isNaN(number)) {
            return 0;
        }
        return Double.isInfinite(number) ? Math.copySign(MAX_SAFE_INTEGER, number) : number;
    }

    /** The value as it lies in an object's long slots; not for strings. */
    static long bits(Kind kind, Object value) {
        return switch (kind) {
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case FLOAT32 -> Float.floatToRawIntBits(((Number) value).floatValue());
            case FLOAT64, NUMBER -> Double.doubleToRawLongBits(((Number) value).doubleValue());
            default -> ((Number) value).longValue();
        };
    }

    /** The boxed value of the bits, as {@link #javaType} says. */
    static Object boxed(Kind kind, long bits) {
        return switch (kind) {
            case BOOLEAN -> bits != 0;
            case FLOAT32 -> Float.intBitsToFloat((int) bits);
            case FLOAT64, NUMBER -> Double.longBitsToDouble(bits);
            case UINT32, INT64, UINT64, BIGINT64, BIGUINT64 -> bits;
            default -> (int) bits;
        };
    }

    @Override
    public String toString() {
        return kind.wireName;
    }
}
