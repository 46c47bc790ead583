package org.hotrealm.realm.world;

import static org.hotrealm.state.schema.Quantized.CLAMP;
import static org.hotrealm.state.schema.Quantized.WRAP;

import org.hotrealm.state.schema.BooleanField;
import org.hotrealm.state.schema.FloatField;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.LongField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.QuantizedField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StringField;

/** A player as clients see it. */
final class PlayerState {
    private static final StateType.Builder T = StateType.named("Player");
    static final LongField ID = T.uint32("id");
    static final StringField NAME = T.string("name");
    static final QuantizedField X = T.quantized("x", 0, 256, 16, CLAMP);
    static final QuantizedField Y = T.quantized("y", 0, 256, 16, CLAMP);
    static final QuantizedField FACING = T.quantized("facing", -Math.PI, Math.PI, 8, WRAP);
    static final IntField HP = T.uint16("hp");
    static final IntField MAX_HP = T.uint16("maxHp");
    static final IntField MANA = T.uint16("mana");
    static final IntField MAX_MANA = T.uint16("maxMana");
    static final IntField LEVEL = T.uint8("level");
    static final LongField XP = T.uint32("xp");
    static final LongField GOLD = T.uint32("gold");
    static final StringField CAST = T.string("cast");
    static final IntField CAST_TICKS = T.uint16("castTicks");
    static final LongField SEQ = T.uint32("seq");
    static final BooleanField AWAY = T.bool("away");
    static final StringField HERO_CLASS = T.string("heroClass");
    static final FloatField SPEED = T.float32("speed");
    static final IntField SHIELD = T.uint16("shield");
    static final MapField<StateObject> STATUSES = T.map("statuses", StatusState.TYPE);
    static final StringField WEAPON = T.string("weapon");
    static final StringField ARMOUR = T.string("armour");
    static final StringField TRINKET = T.string("trinket");
    static final LongField XP_LEVEL = T.uint32("xpLevel");
    static final LongField XP_NEXT = T.uint32("xpNext");
    static final StateType TYPE = T.build();

    private PlayerState() {}
}
