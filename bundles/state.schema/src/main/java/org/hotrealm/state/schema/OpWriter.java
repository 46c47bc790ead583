package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/** Writes operations and values of the state format. */
final class OpWriter {
    static final int REPLACE = 0x00;
    static final int DELETE = 0x40;
    static final int ADD = 0x80;
    static final int DELETE_AND_ADD = 0xc0;
    static final int CLEAR = 0x0a;
    static final int DELETE_BY_REFID = 0x21;
    static final int ADD_BY_REFID = 0x81;
    static final int SWITCH = 0xff;
    static final int TYPE_ID = 0xd5;

    final ByteWriter out;
    private final TypeTable types;
    /** The declared type of a reference just written without its type id, else null. */
    private @Nullable StateType untold;

    OpWriter(ByteWriter out, TypeTable types) {
        this.out = out;
        this.types = types;
    }

    void switchTo(StateNode node) {
        untold = null;
        out.u8(SWITCH);
        out.number(node.refId);
    }

    /**
     * An operation on a field. A decoder that has read a reference takes a following 0xd5 for a type id although it may be
     * the replacement of field 21, so in front of that byte the type id is written out.
     */
    void fieldOp(int op, FieldSpec field) {
        int code = op | field.wire;
        if (untold != null && code == TYPE_ID) {
            out.u8(TYPE_ID);
            out.number(types.id(untold));
        }
        untold = null;
        out.u8(code);
    }

    /** The value of a set field, after an operation with the ADD bit. */
    void fieldValue(StateObject object, FieldSpec field) {
        if (field.inBits) {
            bits(field.width, object.bits(field));
            return;
        }
        Object value = object.references[field.slot];
        if (value instanceof StateObject target) {
            reference(field, target);
            untold = target.type == field.target ? field.target : null;
        } else if (value instanceof StateContainer container) {
            out.number(container.refId);
        } else if (value instanceof String text) {
            out.string(text);
        }
    }

    /** A value of so many bytes, or a number in its shortest form. */
    private void bits(int width, long value) {
        switch (width) {
            case 1 -> out.u8((int) value);
            case 2 -> out.u16((int) value);
            case 4 -> out.u32((int) value);
            case 8 -> out.u64(value);
            default -> out.number(Double.longBitsToDouble(value));
        }
    }

    /** An entry's value, after an operation with the ADD bit. */
    void entryValue(FieldSpec field, Object value) {
        if (value instanceof StateObject object) {
            reference(field, object);
        } else if (value instanceof String text) {
            out.string(text);
        } else if (field.element != null) {
            bits(field.element.width(), Primitive.bits(field.element, value));
        }
    }

    private void reference(FieldSpec field, StateObject target) {
        out.number(target.refId);
        if (target.type != field.target) {
            out.u8(TYPE_ID);
            out.number(types.id(target.type));
        }
    }
}
