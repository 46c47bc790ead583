package org.hotrealm.state.schema;

/** Walks over the body of an input without making anything of it, so that a bad one has no effect. */
final class InputCheck {
    private static final int DELETE = 0x40;
    private static final int OP = 0xc0;

    private final StateType type;
    private final int maxTextBytes;

    InputCheck(StateType type, int maxTextBytes) {
        this.type = type;
        this.maxTextBytes = maxTextBytes;
    }

    /** Refuses what is no difference of the type; the numbers of the fields mentioned, as a bit mask. */
    long run(byte[] bytes, int from, int to) throws MalformedInputException {
        long mentioned = 0;
        int at = from;
        while (at < to) {
            int index = bytes[at] & 0x3f;
            if (index >= type.fields.length) {
                throw new MalformedInputException("Input: no field " + index + " in " + type + ", which has "
                        + type.fields.length + " (byte " + (at - from) + ")");
            }
            FieldSpec field = type.fields[index];
            if ((mentioned & field.bit) != 0) {
                throw new MalformedInputException("Input: field '" + field.name + "' is given twice");
            }
            mentioned |= field.bit;
            boolean unset = (bytes[at] & OP) == DELETE;
            at++;
            if (!unset) {
                at = skip(bytes, at, to, field);
            }
        }
        return mentioned;
    }

    private int skip(byte[] bytes, int at, int to, FieldSpec field) throws MalformedInputException {
        int size = size(bytes, at, to, field);
        if (size > to - at) {
            throw new MalformedInputException("Input: ends within field '" + field.name + "' of " + type);
        }
        return at + size;
    }

    private int size(byte[] bytes, int at, int to, FieldSpec field) throws MalformedInputException {
        return switch (field.kind) {
            case BOOLEAN, INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case INT64, UINT64, BIGINT64, BIGUINT64, FLOAT64 -> 8;
            case QUANTIZED -> InputReader.quantized(field).bits() / 8;
            case NUMBER -> at == to ? 1 : numberSize(bytes[at] & 0xff, field);
            default -> textSize(bytes, at, to, field);
        };
    }

    private static int numberSize(int first, FieldSpec field) throws MalformedInputException {
        if (first < 0x80 || first >= 0xe0) {
            return 1;
        }
        return switch (first) {
            case 0xcc, 0xd0 -> 2;
            case 0xcd, 0xd1 -> 3;
            case 0xca, 0xce, 0xd2 -> 5;
            case 0xcb, 0xcf, 0xd3 -> 9;
            default ->
                throw new MalformedInputException("Input: field '" + field.name + "': no number starts with byte 0x"
                        + Integer.toHexString(first));
        };
    }

    private int textSize(byte[] bytes, int at, int to, FieldSpec field) throws MalformedInputException {
        if (at == to) {
            return 1;
        }
        int first = bytes[at] & 0xff;
        int wide = first == 0xd9 ? 1 : first == 0xda ? 2 : first == 0xdb ? 4 : 0;
        if (wide == 0 && (first & 0xe0) != 0xa0) {
            throw new MalformedInputException(
                    "Input: field '" + field.name + "': no text starts with byte 0x" + Integer.toHexString(first));
        }
        if (wide >= to - at) {
            return wide + 1;
        }
        long length = wide == 0 ? first & 0x1f : 0;
        for (int i = wide; i > 0; i--) {
            length = length << 8 | bytes[at + i] & 0xff;
        }
        if (length > maxTextBytes) {
            throw new MalformedInputException("Input: field '" + field.name + "' has " + length
                    + " bytes of text, more than the " + maxTextBytes + " allowed");
        }
        return (int) Math.min(1 + wide + length, Integer.MAX_VALUE);
    }
}
