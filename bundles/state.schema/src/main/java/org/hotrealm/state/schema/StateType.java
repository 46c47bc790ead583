package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of a {@link StateObject}: a name and up to 63 numbered fields, as plain data.
 *
 * <p>Declared once, about a line a field:
 *
 * <pre>{@code
 * private static final StateType.Builder T = StateType.named("Monster");
 * public static final StringField KIND = T.string("kind");
 * public static final IntField HP = T.uint16("hp");
 * public static final StateType TYPE = T.build();
 * }</pre>
 *
 * <p>Two equal declarations give the same instance, and no class of the declaring bundle is kept, so a bundle may be
 * replaced while objects of its types live. Immutable; any thread may use it.
 */
public final class StateType implements TypeRef {
    /** The field numbered 63 could not be told from the switch byte. */
    static final int MAX_FIELDS = 63;

    private final String name;
    private final @Nullable StateType parent;
    final FieldSpec[] fields;
    final int ownFrom;
    final int bitSlots;
    final int refSlots;
    /** Fields that lead to objects or collections. */
    final long leading;
    /** Fields that only some viewers see. */
    final long tagged;
    /** Fields whose values are a few bits that everybody sees. */
    final long plain;
    /** Fields whose changes do not travel. */
    final long unpatched;
    /** Whether values of some fields are only told in patches. */
    final boolean hasPatchOnly;
    /** Those among the plain fields that may lie in columns. */
    final long columnar;
    /** Bytes that the difference of such fields takes at most, and some to spare. */
    final int plainRoom;
    /** Fields holding collections. */
    final long containers;
    /** The distinct tags of tagged plain values, ascending; their values travel together. */
    final int[] valueTags;
    /** Whether an object of this type may lead to another one of its own kind. */
    final boolean recursive;

    StateType(TypeShape shape) {
        this.name = shape.name();
        this.parent = shape.parent();
        this.fields = resolve(shape);
        this.ownFrom = parent == null ? 0 : parent.fields.length;
        this.bitSlots = (int) Arrays.stream(fields).filter(f -> f.kind.isBits()).count();
        this.refSlots = fields.length - bitSlots;
        this.leading = mask(Mask.LEADING);
        this.tagged = mask(Mask.TAGGED);
        this.containers = mask(Mask.CONTAINER);
        this.plain = mask(Mask.PLAIN);
        this.unpatched = mask(Mask.UNPATCHED);
        this.columnar = mask(Mask.COLUMNAR);
        this.hasPatchOnly = Arrays.stream(fields).anyMatch(field -> field.delivery == Delivery.PATCH_ONLY);
        this.plainRoom = 6 + 10 * Long.bitCount(plain) + ByteWriter.SPARE;
        this.valueTags = Arrays.stream(fields)
                .filter(f -> f.tagged() && f.kind.isPrimitive() && f.isSynced())
                .mapToInt(f -> f.tag)
                .distinct()
                .sorted()
                .toArray();
        this.recursive = reaches(this, this, new HashSet<>());
    }

    private enum Mask {
        LEADING,
        TAGGED,
        CONTAINER,
        PLAIN,
        UNPATCHED,
        COLUMNAR
    }

    private long mask(Mask which) {
        long mask = 0;
        for (FieldSpec field : fields) {
            boolean in = switch (which) {
                case LEADING -> field.leads();
                case TAGGED -> field.tagged() && field.isSynced();
                case CONTAINER -> field.kind.isContainer();
                case PLAIN -> field.inBits && !field.tagged() && field.delivery != Delivery.FULL_ONLY;
                case UNPATCHED -> field.delivery == Delivery.FULL_ONLY;
                case COLUMNAR -> field.inBits && !field.tagged() && field.delivery == Delivery.EVERYWHERE;
            };
            mask |= in ? field.bit : 0;
        }
        return mask;
    }

    private FieldSpec[] resolve(TypeShape shape) {
        List<FieldSpec> all = new ArrayList<>();
        if (parent != null) {
            all.addAll(List.of(parent.fields));
        }
        int bits = parent == null ? 0 : parent.bitSlots;
        int refs = parent == null ? 0 : parent.refSlots;
        int wire = (int) all.stream().filter(FieldSpec::isSynced).count();
        for (FieldShape own : shape.own()) {
            int slot = own.kind().isBits() ? bits++ : refs++;
            FieldSpec field = new FieldSpec(own, all.size(), wire, slot, this);
            wire += field.isSynced() ? 1 : 0;
            all.add(field);
        }
        return all.toArray(FieldSpec[]::new);
    }

    private static boolean reaches(StateType from, StateType wanted, Set<StateType> seen) {
        if (!seen.add(from)) {
            return false;
        }
        for (FieldSpec field : from.fields) {
            if (field.target == null) {
                continue;
            }
            if (leadsTo(field.target, wanted, seen)) {
                return true;
            }
            for (StateType derived : field.derived) {
                if (leadsTo(derived, wanted, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean leadsTo(StateType next, StateType wanted, Set<StateType> seen) {
        return wanted.isA(next) || reaches(next, wanted, seen);
    }

    /** Starts the declaration of a type. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The name given in the declaration; it does not travel to clients. */
    public String name() {
        return name;
    }

    /** The type this one extends, or null. */
    public @Nullable StateType parent() {
        return parent;
    }

    /** Names of all fields, inherited ones first, in the order of their numbers. */
    public List<String> fieldNames() {
        return Arrays.stream(fields).map(f -> f.name).toList();
    }

    /** Whether this is {@code other} or extends it, however far. */
    public boolean isA(StateType other) {
        for (StateType type = this; type != null; type = type.parent) {
            if (type == other) {
                return true;
            }
        }
        return false;
    }

    /**
     * A new object outside any state: plain fields and references unset, every collection present and empty, as clients
     * expect. It costs nothing to change until it is put into a state.
     */
    public StateObject create() {
        StateObject object = new StateObject(this);
        for (FieldSpec field : fields) {
            if (field.kind.isContainer() && field.delivery != Delivery.DEPRECATED) {
                object.renewContainer(field);
            }
        }
        return object;
    }

    /**
     * Columns for the values of so many of its objects: for rooms that move most of their objects in most ticks.
     *
     * @throws IllegalArgumentException when there is to be no row
     */
    public StateColumns columns(int rows) {
        return new StateColumns(this, rows);
    }

    /** The same fields without ancestors; only for types that lead nowhere. */
    StateType flat() {
        return parent == null
                ? this
                : TypePool.intern(new TypeShape(
                        name, null, Arrays.stream(fields).map(FieldSpec::shape).toList()));
    }

    @Nullable
    FieldSpec find(String fieldName) {
        for (FieldSpec field : fields) {
            if (field.name.equals(fieldName)) {
                return field;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "type " + name;
    }

    /** Collects the fields of a type in the order of their numbers. One thread, used once. */
    public static final class Builder extends TypeBuilder implements TypeRef {
        Builder(String name) {
            super(name);
        }

        /**
         * Continues after the fields of {@code parent}, whose field constants work on the new type's objects.
         *
         * @throws IllegalStateException when a field has been declared already
         */
        public Builder extending(StateType parent) {
            inherit(parent);
            return this;
        }

        /**
         * The finished type; an equal earlier declaration gives the same instance.
         *
         * @throws IllegalStateException when called twice
         */
        public StateType build() {
            return finish();
        }
    }
}
