package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What rooms do becomes figures, also for a registry that comes late. */
class EngineMetersTest {

    private final TestEngine engine = new TestEngine(new EchoType());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        engine.close();
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).functionCounter().count();
    }

    @Test
    void messagesAreCountedByHandlerAndStrangeNamesTogether() throws Exception {
        var client = engine.join("echo");
        assertThat(client.link().next()).startsWith("hello");
        engine.host.meters().bindTo(registry);

        client.input().message(new Message("echo", Payload.of(5), false));
        assertThat(client.link().next()).isEqualTo("echo 5");
        client.input().request(3, new Message("made up by the client", Payload.NONE, false));
        assertThat(client.link().next()).startsWith("3 ERROR");

        assertThat(count("hotrealm.room.messages", "type", "echo", "message", "echo"))
                .isEqualTo(1);
        assertThat(count("hotrealm.room.messages", "type", "echo", "message", "other"))
                .isEqualTo(1);
        assertThat(registry.get("hotrealm.rooms.pinned")
                        .tags("system", "room.echo", "version", "1.0.0")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("hotrealm.rooms").gauge().value()).isEqualTo(1);
        assertThat(registry.get("hotrealm.clients").gauge().value()).isEqualTo(1);
    }

    @Test
    void lostConnectionsAndReturnsAreCounted() throws Exception {
        engine.host.meters().bindTo(registry);
        var client = engine.join("echo");
        client.input().gone();
        var back = engine.connect(client.seat(), client.token());
        assertThat(back.token()).isNotEqualTo(client.token());

        assertThat(count("hotrealm.connections.lost", "type", "echo")).isEqualTo(1);
        assertThat(count("hotrealm.reconnects", "type", "echo")).isEqualTo(1);
    }

    @Test
    void refusalsAreCountedByReason() {
        engine.host.meters().bindTo(registry);
        NodeRooms rooms = new NodeRooms(engine.host);
        JoinRequest request = new JoinRequest(
                JoinRequest.Method.JOIN_BY_ID, "nowhere", Payload.map(), null, "127.0.0.1", java.util.Map.of());

        assertThatThrownBy(() -> rooms.reserve(request).toCompletableFuture().join())
                .hasCauseInstanceOf(RefusedException.class);

        assertThat(count("hotrealm.joins.refused", "reason", "no_such_room")).isEqualTo(1);
    }

    @Test
    void versionsThatComeAndGoAreShown() {
        engine.host.meters().bindTo(registry);
        EchoType next = new EchoType();
        engine.add(next, "1.1.0");
        assertThat(registry.find("hotrealm.rooms.pinned")
                        .tag("version", "1.1.0")
                        .gauge())
                .isNotNull();
        engine.remove(next);
        assertThat(registry.find("hotrealm.rooms.pinned")
                        .tag("version", "1.1.0")
                        .gauge())
                .isNull();
    }
}
