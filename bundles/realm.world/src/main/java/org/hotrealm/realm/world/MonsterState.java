package org.hotrealm.realm.world;

import static org.hotrealm.state.schema.Quantized.CLAMP;
import static org.hotrealm.state.schema.Quantized.WRAP;

import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.LongField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.QuantizedField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StringField;

/** A monster as clients see it. */
final class MonsterState {
    private static final StateType.Builder T = StateType.named("Monster");
    static final StringField KIND = T.string("kind");
    static final QuantizedField X = T.quantized("x", 0, 256, 16, CLAMP);
    static final QuantizedField Y = T.quantized("y", 0, 256, 16, CLAMP);
    static final QuantizedField FACING = T.quantized("facing", -Math.PI, Math.PI, 8, WRAP);
    static final IntField HP = T.uint16("hp");
    static final IntField MAX_HP = T.uint16("maxHp");
    static final IntField LEVEL = T.uint8("level");
    static final IntField STATE = T.uint8("state");
    static final LongField TARGET = T.uint32("target");
    static final StringField CAST = T.string("cast");
    static final IntField CAST_TICKS = T.uint16("castTicks");
    static final IntField SHIELD = T.uint16("shield");
    static final MapField<StateObject> STATUSES = T.map("statuses", StatusState.TYPE);
    static final StateType TYPE = T.build();

    private MonsterState() {}
}
