package org.hotrealm.state.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes two declared fields the same; a reference to the declaring type itself is only marked.
 *
 * @param perTick how many entries of a stream are delivered a tick, 0 for all others
 */
record FieldShape(
        String name,
        Kind kind,
        @Nullable Kind element,
        @Nullable StateType target,
        boolean toSelf,
        List<StateType> derived,
        @Nullable Quantized quantized,
        int tag,
        Delivery delivery,
        int perTick) {
    static FieldShape plain(String name, Kind kind, @Nullable Kind element, @Nullable Quantized quantized) {
        return new FieldShape(
                name, kind, element, null, false, List.of(), quantized, FieldSpec.UNTAGGED, Delivery.EVERYWHERE, 0);
    }

    static FieldShape leading(
            String name, Kind kind, @Nullable StateType target, List<StateType> derived, int perTick) {
        return new FieldShape(
                name,
                kind,
                null,
                target,
                target == null,
                derived,
                null,
                FieldSpec.UNTAGGED,
                Delivery.EVERYWHERE,
                perTick);
    }

    FieldShape tagged(int with) {
        return new FieldShape(name, kind, element, target, toSelf, derived, quantized, with, delivery, perTick);
    }

    FieldShape delivered(Delivery how) {
        return new FieldShape(name, kind, element, target, toSelf, derived, quantized, tag, how, perTick);
    }

    FieldShape paced(int entries) {
        return new FieldShape(name, kind, element, target, toSelf, derived, quantized, tag, delivery, entries);
    }
}
