package org.hotrealm.itests.arena;

import org.hotrealm.state.schema.FloatField;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;

/**
 * The synchronised state, in one of two kinds: shown to everybody, or shown entity by entity.
 *
 * @param type of the root
 * @param players by session
 * @param monsters {@code m0}, {@code m1} and so on
 */
record ArenaState(StateType type, MapField<StateObject> players, MapField<StateObject> monsters) {

    /** Everybody sees everything. */
    static final ArenaState WHOLE = declare(false);

    /** Everybody sees what is in the own view. */
    static final ArenaState VIEWED = declare(true);

    /** A player or a monster. */
    static final class Entity {
        private static final StateType.Builder T = StateType.named("Entity");
        static final FloatField X = T.float32("x");
        static final FloatField Y = T.float32("y");
        static final IntField HP = T.uint16("hp");
        static final IntField STATE = T.uint8("state");
        static final StateType TYPE = T.build();

        private Entity() {}
    }

    private static ArenaState declare(boolean viewed) {
        StateType.Builder builder = StateType.named("ArenaState");
        MapField<StateObject> players = builder.map("players", Entity.TYPE);
        MapField<StateObject> monsters = builder.map("monsters", Entity.TYPE);
        if (viewed) {
            players.view();
            monsters.view();
        }
        return new ArenaState(builder.build(), players, monsters);
    }
}
