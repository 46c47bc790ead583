package org.hotrealm.itests.attacks;

import org.hotrealm.state.schema.FloatField;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;

/** The state of the room {@code field}. */
final class Field {

    private static final StateType.Builder W = StateType.named("Walker");
    static final FloatField X = W.float32("x");
    static final FloatField Y = W.float32("y");
    static final StateType WALKER = W.build();

    private static final StateType.Builder T = StateType.named("Field");
    static final IntField TICK = T.int32("tick");
    static final MapField<StateObject> WALKERS = T.map("walkers", WALKER);
    static final StateType TYPE = T.build();

    private Field() {}
}
