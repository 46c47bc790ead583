package org.hotrealm.state.schema;

/** A field that holds a stream: a set of objects that reach clients a few a tick. */
public final class StreamField extends ContainerField<StreamField, StateStream> {
    /** Entries delivered a tick unless {@link #perTick} says otherwise. */
    static final int PER_TICK = 32;

    StreamField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }

    /**
     * How many entries are delivered a tick, to all clients alike or, with {@link #view()}, to each view; 32 unless given.
     *
     * @param entries 1 or more
     */
    public StreamField perTick(int entries) {
        if (entries < 1) {
            throw new IllegalArgumentException(
                    "Stream '" + name() + "' has to deliver at least one entry a tick, not " + entries);
        }
        return reshape(shape().paced(entries));
    }
}
