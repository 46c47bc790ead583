package org.hotrealm.realm.world;

import static org.hotrealm.state.schema.Quantized.CLAMP;

import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.QuantizedField;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StringField;

/** A drop as clients see it. */
final class DropState {
    private static final StateType.Builder T = StateType.named("Drop");
    static final StringField ITEM = T.string("item");
    static final IntField QUANTITY = T.uint16("quantity");
    static final QuantizedField X = T.quantized("x", 0, 256, 16, CLAMP);
    static final QuantizedField Y = T.quantized("y", 0, 256, 16, CLAMP);
    static final IntField RARITY = T.uint8("rarity");
    static final StringField OWNER = T.string("owner");
    static final StateType TYPE = T.build();

    private DropState() {}
}
