package org.hotrealm.realm.world;

import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.LongField;
import org.hotrealm.state.schema.StateType;

/** A status as clients see it, under its id. */
final class StatusState {
    private static final StateType.Builder T = StateType.named("Status");
    static final IntField KIND = T.uint8("kind");
    static final IntField STACKS = T.uint8("stacks");
    static final LongField ENDS = T.uint32("ends");
    static final StateType TYPE = T.build();

    private StatusState() {}
}
