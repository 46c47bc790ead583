package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/** Reads the values of operations and counts the references among them. */
final class MirrorValues {
    private final MirrorTypes types;
    private final MirrorRefs refs;
    private final ByteReader in;
    private final @Nullable MirrorVisits visits;

    MirrorValues(MirrorTypes types, MirrorRefs refs, ByteReader in, @Nullable MirrorVisits visits) {
        this.types = types;
        this.refs = refs;
        this.in = in;
        this.visits = visits;
    }

    /** The value of a field or, with {@code entry}, of an entry of the field's collection. */
    @Nullable
    Object read(int op, Mirror.Field field, boolean entry, @Nullable Object before) {
        if (!entry && field.kind().isContainer()) {
            return container(op, field, before);
        }
        if (!entry && field.quantized() != null) {
            return in.quantized(field.quantized());
        }
        Kind plain = entry ? field.element() : field.kind() == Kind.REF ? null : field.kind();
        return plain != null ? in.primitive(plain) : reference(op, field, before);
    }

    private @Nullable Object reference(int op, Mirror.Field field, @Nullable Object before) {
        int id = in.count();
        Mirror node = refs.get(id);
        if ((op & OpWriter.ADD) == 0) {
            return node;
        }
        int typeId = field.target();
        if (in.peek() == OpWriter.TYPE_ID) {
            in.u8();
            typeId = in.count();
        }
        if (node == null) {
            Mirror.Type type = types.get(typeId);
            node = Mirror.object(type == null ? types.require(field.target()) : type);
        }
        refs.add(id, node, node != before || op == OpWriter.DELETE_AND_ADD);
        return node;
    }

    private Mirror container(int op, Mirror.Field field, @Nullable Object before) {
        int id = in.count();
        if (visits != null) {
            visits.mention(id);
        }
        Mirror known = refs.get(id);
        Mirror base = known == null ? null : before instanceof Mirror old ? old : known;
        if (base != null && base.type != null) {
            throw new IllegalArgumentException("Node " + id + " is an object where a collection belongs");
        }
        Mirror node = base == null ? Mirror.collection(field) : base.copy();
        if (before instanceof Mirror old && old.refId != id && (op & OpWriter.DELETE) == 0) {
            refs.remove(old.refId);
        }
        refs.add(id, node, base == null || base != before || op == OpWriter.DELETE_AND_ADD);
        return node;
    }
}
