package org.hotrealm.state.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes two declared fields the same; a reference to the declaring type itself is only marked. */
record FieldShape(
        String name,
        Kind kind,
        @Nullable Kind element,
        @Nullable StateType target,
        boolean toSelf,
        List<StateType> derived,
        @Nullable Quantized quantized,
        int tag,
        boolean deprecated) {}
