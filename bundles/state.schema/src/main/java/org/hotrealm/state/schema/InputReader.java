package org.hotrealm.state.schema;

import java.util.Objects;

/**
 * Reads the inputs of clients: each the difference to the client's previous one, over the fields of one flat type.
 *
 * <p>What comes in is not trusted: a body that is not exactly a difference of the type changes nothing. Immutable; any
 * thread may use it, on an object that is its own.
 */
public final class InputReader {
    private static final int DELETE = 0x40;
    private static final int OP = 0xc0;
    private static final int INDEX = 0x3f;

    private final StateType type;
    private final StateType flat;
    private final InputCheck check;

    /**
     * A reader for inputs of {@code type}.
     *
     * @param maxTextBytes the longest text accepted, in bytes of UTF-8
     * @throws IllegalArgumentException when the type has no fields, or one that leads to objects or collections
     */
    public InputReader(StateType type, int maxTextBytes) {
        if (type.fields.length == 0) {
            throw new IllegalArgumentException("An input of " + type + " would carry nothing; declare a field");
        }
        for (FieldSpec field : type.fields) {
            if (!field.isSynced() || field.delivery == Delivery.DEPRECATED) {
                throw new IllegalArgumentException(
                        "Field '" + field.name + "' of " + type + " never travels; leave it out of inputs");
            }
            if (field.leads()) {
                throw new IllegalArgumentException("Field '" + field.name + "' of " + type + " is a "
                        + field.kind.wireName + "; inputs have plain and quantized fields only");
            }
        }
        this.type = type;
        this.flat = type.flat();
        this.check = new InputCheck(type, maxTextBytes);
    }

    /** The declared type. */
    public StateType type() {
        return type;
    }

    /** The description of the type for the section of the join message; inherited fields are told as its own. */
    public byte[] handshake() {
        return Handshake.encode(new TypeTable(flat), Dialect.V18);
    }

    /** What a client's inputs start from: every field set, to 0 (or the nearest quantized value), false or the empty text. */
    public StateObject fresh() {
        StateObject input = type.create();
        reset(input);
        return input;
    }

    /** Sets every field as {@link #fresh} does. */
    public void reset(StateObject input) {
        requireType(input);
        for (FieldSpec field : type.fields) {
            reset(input, field);
        }
    }

    /** Makes one input equal to another, unset fields included; nothing is allocated. */
    public void copy(StateObject from, StateObject into) {
        requireType(from);
        requireType(into);
        System.arraycopy(from.bits, 0, into.bits, 0, from.bits.length);
        System.arraycopy(from.references, 0, into.references, 0, from.references.length);
        into.present = from.present;
    }

    /**
     * Applies one body to the previous input. An empty body changes nothing. An unset field goes back to its first value;
     * numbers that are not finite become 0 or ±(2<sup>53</sup> − 1), quantized steps beyond the range its upper end.
     *
     * @param input what {@link #fresh} gave, in no state
     * @return the numbers of the fields mentioned, as a bit mask
     * @throws MalformedInputException when the bytes are anything else; the input is unchanged then
     * @throws IndexOutOfBoundsException when {@code from} and {@code to} are no range of the array
     */
    public long read(byte[] bytes, int from, int to, StateObject input) throws MalformedInputException {
        Objects.checkFromToIndex(from, to, bytes.length);
        requireType(input);
        long mentioned = check.run(bytes, from, to);
        ByteReader in = new ByteReader(bytes, from, to);
        while (in.hasMore()) {
            int code = in.u8();
            FieldSpec field = type.fields[code & INDEX];
            if ((code & OP) == DELETE) {
                reset(input, field);
            } else {
                store(input, field, in);
            }
        }
        return mentioned;
    }

    private static void store(StateObject input, FieldSpec field, ByteReader in) {
        if (field.kind == Kind.STRING) {
            input.setText(field, in.string());
            return;
        }
        input.setBits(
                field,
                switch (field.kind) {
                    case BOOLEAN -> in.u8() == 0 ? 0 : 1;
                    case INT8 -> (byte) in.u8();
                    case UINT8 -> in.u8();
                    case INT16 -> (short) in.u16();
                    case UINT16 -> in.u16();
                    case INT32 -> (int) in.u32();
                    case UINT32 -> in.u32();
                    case FLOAT32 -> Float.floatToRawIntBits(finite(Float.intBitsToFloat((int) in.u32())));
                    case FLOAT64 -> Double.doubleToRawLongBits(Primitive.visible(Double.longBitsToDouble(in.i64())));
                    case NUMBER -> Double.doubleToRawLongBits(Primitive.visible(in.number()));
                    case QUANTIZED ->
                        Math.min(in.steps(quantized(field)), quantized(field).highest());
                    default -> in.i64();
                });
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : (float) Primitive.visible(value);
    }

    static Quantized quantized(FieldSpec field) {
        return Objects.requireNonNull(field.quantized, "a quantized field has a coding");
    }

    private static void reset(StateObject input, FieldSpec field) {
        if (field.kind == Kind.STRING) {
            input.setText(field, "");
        } else {
            input.setBits(field, field.quantized == null ? 0 : field.quantized.encode(0));
        }
    }

    private void requireType(StateObject input) {
        if (input.type != type || input.encoder != null) {
            throw new IllegalArgumentException("An input of " + type + " is needed, outside any state, not one of "
                    + input.type + (input.encoder == null ? "" : " within a state"));
        }
    }
}
