package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/** What an encoder has to remember about a node where it is put, seen for the first time or taken away. */
final class Links {
    /** Places that hold the node, as last sent. */
    int uses;
    /** Whether a change of {@link StateNode#publicUses} is noted for this tick. */
    boolean visibilityNoted;
    /** Tick in which the node became visible to all, or stopped being so. */
    int visibilityTick = -1;
    /** Tick in which it was put into the state. */
    int attachTick = -1;
    /** Steps from the root when it was put into the state. */
    int depth;
    /** Whether the look through new parts has come by. */
    boolean inspected;
    /** Last walk that came by. */
    int walk = -1;
    /** Places that only some viewers see. */
    @Nullable
    Edge gates;
    /** One of the places seen by whoever sees the holder. */
    @Nullable
    StateNode holder;

    /** Places in the node taken and left this tick. */
    int edgesFrom;

    int edgesTo;
    int groupsFrom;
    /** The cached full contents of {@link StateNode#fullTick}. */
    int fullFrom;

    int fullTo;
    /** Where ids of a restored snapshot go on; only on its root. */
    int resumeRefIds = -1;
}
