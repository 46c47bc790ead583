package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Primitive;
import org.hotrealm.state.schema.SetField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.junit.jupiter.api.Test;

class DialectTest {

    private static final StateType.Builder T = StateType.named("WithASet");
    private static final SetField<String> SEEN = T.set("seen", Primitive.STRING);
    private static final StateType TYPE = T.build();

    @Test
    void aRoomWithASetRefusesAClientThatCannotReadSetsAndTheNextOneJoins() throws Exception {
        EchoType type = new EchoType() {
            @Override
            public StateObject create(Room room, Payload options) {
                StateObject state = TYPE.create();
                SEEN.of(state).add("it");
                return state;
            }
        };
        try (TestEngine engine = new TestEngine(type)) {
            var seat = engine.reserve(JoinRequest.Method.JOIN_OR_CREATE, "echo", Payload.map());
            TestEngine.Client older = engine.connect(seat, null, new RecordingLink(Dialect.V17));
            assertThat(older.greeting())
                    .startsWith("refused 526 this room needs a client of 0.18 or later: Field 'seen' of");
            TestEngine.Client newer = engine.connect(seat, null, new RecordingLink(Dialect.V18));
            assertThat(newer.greeting()).startsWith("joined ");
        }
    }
}
