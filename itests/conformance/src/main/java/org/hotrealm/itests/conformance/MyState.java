package org.hotrealm.itests.conformance;

import org.hotrealm.state.schema.ArrayField;
import org.hotrealm.state.schema.DoubleField;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.LongField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.Primitive;
import org.hotrealm.state.schema.RefField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StringField;

/** The types of the room {@code my}: nested arrays, a derived type, a 64-bit number. */
final class MyState {

    private MyState() {}

    /** Something a player carries. */
    static final class Item {
        private static final StateType.Builder T = StateType.named("Item");
        static final IntField ID = T.uint16("id");
        static final ArrayField<String> TAGS = T.array("tags", Primitive.STRING);
        static final StateType TYPE = T.build();

        private Item() {}
    }

    /** One per client. */
    static final class Player {
        private static final StateType.Builder T = StateType.named("Player");
        static final DoubleField X = T.number("x");
        static final DoubleField Y = T.number("y");
        static final StringField NAME = T.string("name");
        static final ArrayField<StateObject> ITEMS = T.array("items", Item.TYPE);
        static final StateType TYPE = T.build();

        private Player() {}
    }

    /** A player with a level. */
    static final class Bot {
        private static final StateType.Builder T = StateType.named("Bot").extending(Player.TYPE);
        static final IntField LEVEL = T.uint8("level");
        static final StateType TYPE = T.build();

        private Bot() {}
    }

    private static final StateType.Builder T = StateType.named("State");
    static final LongField TICK = T.uint32("tick");
    static final MapField<StateObject> PLAYERS = T.map("players", Player.TYPE);
    static final ArrayField<String> LOG = T.array("log", Primitive.STRING);
    static final LongField BIG = T.bigint64("big");
    static final RefField BOSS = T.ref("boss", Player.TYPE, Bot.TYPE);
    static final StateType TYPE = T.build();
}
