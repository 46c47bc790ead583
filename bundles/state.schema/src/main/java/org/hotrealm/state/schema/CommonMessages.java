package org.hotrealm.state.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Messages of a tick that many clients get, each put together once: two patches, three full states. */
final class CommonMessages {
    private final SharedPart shared;
    private final @Nullable Encoded[] made = new Encoded[5];

    CommonMessages(SharedPart shared) {
        this.shared = shared;
    }

    /** Another tick: all has to be made anew. */
    void clear() {
        Arrays.fill(made, null);
    }

    /**
     * The patch.
     *
     * @param older for clients that know arrays in another way
     * @param mixed whether there were any such clients when the tick was closed
     */
    Encoded patch(boolean older, boolean mixed) {
        int at = older ? 1 : 0;
        Encoded patch = made[at];
        if (patch == null) {
            if (mixed) {
                shared.patchNodeByNode(older);
            } else {
                shared.patch();
            }
            patch = Encoded.of(shared.out);
            made[at] = patch;
        }
        return patch;
    }

    Encoded full(Contents.Mode mode) {
        int at = mode == Contents.Mode.PLAIN ? 2 : mode == Contents.Mode.REJOIN ? 3 : 4;
        Encoded full = made[at];
        if (full == null) {
            shared.full(mode);
            full = Encoded.of(shared.out);
            made[at] = full;
        }
        return full;
    }
}
