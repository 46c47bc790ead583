package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** Frames are told apart by their first byte. */
class TallyTest {

    private final Tally tally = new Tally();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double count(String name, String kind) {
        return registry.get(name).tag("kind", kind).functionCounter().count();
    }

    @Test
    void framesAndBytesAreCountedByKind() {
        tally.bindTo(registry);
        tally.received(new byte[] {Opcode.ROOM_DATA, 1, 2});
        tally.received(new byte[0]);
        tally.sent((byte) Opcode.ROOM_STATE_PATCH, 40);
        tally.sent((byte) (Opcode.ROOM_STATE_PATCH | Opcode.TIMED), 60);

        assertThat(count("hotrealm.messages.received", "message")).isEqualTo(1);
        assertThat(count("hotrealm.messages.received.size", "message")).isEqualTo(3);
        assertThat(count("hotrealm.messages.sent", "patch")).isEqualTo(2);
        assertThat(count("hotrealm.messages.sent.size", "patch")).isEqualTo(100);
        assertThat(count("hotrealm.messages.sent", "state")).isZero();
    }
}
