package org.hotrealm.realm.world;

import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.LongField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.Primitive;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StringField;

/** The root of a realm's synchronised state. */
final class RealmState {
    private static final StateType.Builder T = StateType.named("Realm");
    static final StringField ZONE = T.string("zone");
    static final IntField TICK_MILLIS = T.uint16("tickMillis");
    static final LongField TICK = T.uint32("tick");
    static final MapField<String> VERSIONS = T.map("versions", Primitive.STRING);
    static final MapField<StateObject> PLAYERS =
            T.map("players", PlayerState.TYPE).view();
    static final MapField<StateObject> MONSTERS =
            T.map("monsters", MonsterState.TYPE).view();
    static final MapField<StateObject> DROPS = T.map("drops", DropState.TYPE).view();
    static final StateType TYPE = T.build();

    private RealmState() {}
}
