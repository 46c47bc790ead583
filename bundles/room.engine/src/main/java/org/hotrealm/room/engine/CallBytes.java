package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;

/** Calls from node to node as bytes: values in a row. Both ends run the same version of this bundle. */
final class CallBytes {

    private CallBytes() {}

    static byte[] write(@Nullable Object... values) {
        return Payload.of(new ArrayList<>(Arrays.asList(values))).bytes();
    }

    /** The values; throws {@link IllegalArgumentException} for what is no such row. */
    static List<@Nullable Object> read(byte[] bytes) {
        Payload row = Payload.ofBytes(bytes);
        if (!(row.value() instanceof List<?> values)) {
            throw new IllegalArgumentException("a node's call could not be read: it holds no list of values");
        }
        return new ArrayList<>(values);
    }
}
