package org.hotrealm.state.schema;

import java.util.Arrays;

/** The values of some rows of one type's fields, by column, and what clients have of them, row by row. */
final class ColumnStore {
    private final StateType type;
    /** By the number of the field: its column among those of its sort. */
    private final int[] columnOf;

    private final FieldSpec[] intFields;
    private final FieldSpec[] longFields;
    private final FieldSpec[] doubleFields;
    private final float[][] floats;
    private final int[][] ints;
    private final long[][] longs;
    private final double[][] doubles;
    private final byte[] floatOps;
    private final byte[] intOps;
    private final int[] intWidths;
    /** What clients have: floats and ints of a row side by side. */
    private final int[] sentNarrow;

    private final long[] sentWide;
    private final int narrow;
    private final int wide;
    /** Bytes that a row's difference takes at most, and some to spare. */
    private final int room;
    /** The number of each row's object in the protocol. */
    final int[] refIds;

    /** Which array a field's values lie in. */
    private enum Sort {
        FLOAT,
        INT,
        LONG,
        DOUBLE
    }

    ColumnStore(StateType type, int rows) {
        this.type = type;
        this.columnOf = new int[type.fields.length];
        FieldSpec[] floatFields = fields(Sort.FLOAT);
        this.intFields = fields(Sort.INT);
        this.longFields = fields(Sort.LONG);
        this.doubleFields = fields(Sort.DOUBLE);
        this.floats = new float[floatFields.length][rows];
        this.ints = new int[intFields.length][rows];
        this.longs = new long[longFields.length][rows];
        this.doubles = new double[doubleFields.length][rows];
        this.floatOps = ops(floatFields);
        this.intOps = ops(intFields);
        this.intWidths = Arrays.stream(intFields).mapToInt(field -> field.width).toArray();
        this.narrow = floats.length + ints.length;
        this.wide = longs.length + doubles.length;
        this.sentNarrow = new int[rows * narrow];
        this.sentWide = new long[rows * wide];
        this.room = 6 + 10 * (narrow + wide) + ByteWriter.SPARE;
        this.refIds = new int[rows];
    }

    private FieldSpec[] fields(Sort sort) {
        FieldSpec[] some = Arrays.stream(type.fields)
                .filter(field -> (type.columnar & field.bit) != 0 && sortOf(field) == sort)
                .toArray(FieldSpec[]::new);
        for (int column = 0; column < some.length; column++) {
            columnOf[some[column].index] = column;
        }
        return some;
    }

    private static Sort sortOf(FieldSpec field) {
        return switch (field.kind) {
            case FLOAT32 -> Sort.FLOAT;
            case BOOLEAN, INT8, UINT8, INT16, UINT16, INT32 -> Sort.INT;
            case FLOAT64, NUMBER -> Sort.DOUBLE;
            default -> Sort.LONG;
        };
    }

    private static byte[] ops(FieldSpec[] fields) {
        byte[] ops = new byte[fields.length];
        for (int i = 0; i < ops.length; i++) {
            ops[i] = (byte) (OpWriter.ADD | fields[i].wire);
        }
        return ops;
    }

    float[] floats(FieldSpec field) {
        return floats[columnOf[field.index]];
    }

    int[] ints(FieldSpec field) {
        return ints[columnOf[field.index]];
    }

    long[] longs(FieldSpec field) {
        return longs[columnOf[field.index]];
    }

    double[] doubles(FieldSpec field) {
        return doubles[columnOf[field.index]];
    }

    /** The value as it would lie in an object: one that the field can hold. */
    long bits(int row, FieldSpec field) {
        int column = columnOf[field.index];
        return switch (sortOf(field)) {
            case FLOAT -> Float.floatToRawIntBits(floats[column][row]);
            case INT -> fitting(field, ints[column][row]);
            case LONG -> fitting(field, longs[column][row]);
            case DOUBLE -> Double.doubleToRawLongBits(doubles[column][row]);
        };
    }

    private static long fitting(FieldSpec field, long value) {
        long most = field.quantized == null ? field.kind.max : field.quantized.highest();
        return value < field.kind.min ? field.kind.min : Math.min(value, most);
    }

    void set(int row, FieldSpec field, long value) {
        int column = columnOf[field.index];
        switch (sortOf(field)) {
            case FLOAT -> floats[column][row] = Float.intBitsToFloat((int) value);
            case INT -> ints[column][row] = (int) value;
            case LONG -> longs[column][row] = value;
            case DOUBLE -> doubles[column][row] = Double.longBitsToDouble(value);
        }
    }

    /** What clients have. */
    long sent(int row, FieldSpec field) {
        int column = columnOf[field.index];
        return switch (sortOf(field)) {
            case FLOAT -> sentNarrow[row * narrow + column];
            case INT -> fitting(field, sentNarrow[row * narrow + floats.length + column]);
            case LONG -> fitting(field, sentWide[row * wide + column]);
            case DOUBLE -> sentWide[row * wide + longs.length + column];
        };
    }

    void sent(int row, FieldSpec field, long value) {
        int column = columnOf[field.index];
        switch (sortOf(field)) {
            case FLOAT -> sentNarrow[row * narrow + column] = (int) value;
            case INT -> sentNarrow[row * narrow + floats.length + column] = (int) value;
            case LONG -> sentWide[row * wide + column] = value;
            case DOUBLE -> sentWide[row * wide + longs.length + column] = value;
        }
    }

    /** Clients have the row as it is now. */
    void settle(int row) {
        int place = row * narrow;
        for (float[] column : floats) {
            sentNarrow[place++] = Float.floatToRawIntBits(column[row]);
        }
        for (int[] column : ints) {
            sentNarrow[place++] = column[row];
        }
        place = row * wide;
        for (long[] column : longs) {
            sentWide[place++] = column[row];
        }
        for (double[] column : doubles) {
            sentWide[place++] = Double.doubleToRawLongBits(column[row]);
        }
    }

    /** The fields in which the row differs from what clients have. */
    long changed(int row) {
        long changed = 0;
        for (long left = type.columnar; left != 0; left &= left - 1) {
            FieldSpec field = type.fields[Long.numberOfTrailingZeros(left)];
            if (sent(row, field) != bits(row, field)) {
                changed |= field.bit;
            }
        }
        return changed;
    }

    /** Writes in what the row differs from what clients have, and takes it for sent; nothing where it does not. */
    void difference(int row, ByteWriter out) {
        out.need(room);
        byte[] bytes = out.bytes;
        bytes[out.at] = (byte) OpWriter.SWITCH;
        int start = ByteWriter.count(bytes, out.at + 1, refIds[row]);
        int at = start;
        int place = row * narrow;
        for (int c = 0; c < floats.length; c++) {
            int value = Float.floatToRawIntBits(floats[c][row]);
            if (value != sentNarrow[place]) {
                sentNarrow[place] = value;
                bytes[at] = floatOps[c];
                ByteWriter.low(bytes, at + 1, value);
                at += 1 + Float.BYTES;
            }
            place++;
        }
        for (int c = 0; c < ints.length; c++) {
            int value = ints[c][row];
            if (value != sentNarrow[place]) {
                sentNarrow[place] = value;
                bytes[at] = intOps[c];
                ByteWriter.low(bytes, at + 1, fitting(intFields[c], value));
                at += 1 + intWidths[c];
            }
            place++;
        }
        if (wide > 0) {
            at = wideDifference(row, out, at);
        }
        if (at > start) {
            out.at = at;
        }
    }

    private int wideDifference(int row, ByteWriter out, int from) {
        int at = from;
        int place = row * wide;
        for (int c = 0; c < wide; c++) {
            boolean whole = c < longs.length;
            FieldSpec field = whole ? longFields[c] : doubleFields[c - longs.length];
            long value = whole ? longs[c][row] : Double.doubleToRawLongBits(doubles[c - longs.length][row]);
            if (value != sentWide[place]) {
                sentWide[place] = value;
                out.bytes[at++] = (byte) (OpWriter.ADD | field.wire);
                at = out.value(field.width, whole ? fitting(field, value) : value, at);
            }
            place++;
        }
        return at;
    }
}
