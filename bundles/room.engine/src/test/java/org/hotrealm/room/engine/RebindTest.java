package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebindTest {

    private final EchoType first = new EchoType("one", 10);
    private final EchoType second = new EchoType("two", 10);
    private final TestEngine engine = new TestEngine();
    private final Pin one = engine.add(first, "1.0.0");

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void newVersionBesideTheOldChangesNothingForRunningRooms() throws Exception {
        var client = joined();

        engine.add(second, "1.1.0");

        assertThat(mark(client)).isEqualTo("one");
    }

    @Test
    void rebindTakesEffectBetweenTwoTicksAndTellsTheRoom() throws Exception {
        var client = joined();
        Pin two = engine.add(second, "1.1.0");

        List<Pins.Rebind> done = rebind(two, List.of());

        assertThat(client.link().next()).isEqualTo("rebound 1.0.0->1.1.0");
        assertThat(mark(client)).isEqualTo("two");
        assertThat(done).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo("1.0.0");
            assertThat(change.to()).isEqualTo("1.1.0");
            assertThat(change.tick()).isPositive();
        });
        assertThat(engine.room(client).pins()).containsEntry("room.echo", two);
    }

    @Test
    void newRoomsGetWhatAllRoomsWereReboundTo() throws Exception {
        Pin two = engine.add(second, "1.1.0");
        rebind(one, List.of());
        assertThat(mark(joined())).isEqualTo("one");

        rebind(two, List.of());

        assertThat(engine.pins.defaults()).containsExactly(two);
    }

    @Test
    void onlyTheRoomsNamedChange() throws Exception {
        var canary = joined();
        Pin two = engine.add(second, "1.1.0");
        engine.pins.rebind(one, List.of()).toCompletableFuture().get(5, TimeUnit.SECONDS);
        var other = engine.connect(
                engine.reserve(org.hotrealm.room.api.JoinRequest.Method.CREATE, "echo", Payload.map()), null);
        assertThat(other.link().next()).startsWith("hello");

        rebind(two, List.of(canary.seat().roomId()));

        assertThat(engine.room(canary).pins()).containsEntry("room.echo", two);
        assertThat(engine.room(other).pins()).containsEntry("room.echo", one);
    }

    @Test
    void versionThatGoesIsReplacedByTheOtherBeforeItsBundleStops() throws Exception {
        var client = joined();
        Pin two = engine.add(second, "1.1.0");

        engine.remove(first);

        assertThat(engine.room(client).pins()).containsEntry("room.echo", two);
    }

    @Test
    void lastVersionThatGoesLeavesTheRoomWithoutItAndMessagesWait() throws Exception {
        var client = joined();

        engine.remove(first);
        assertThat(engine.room(client).info().missing()).containsExactly("room.echo", "extra");
        client.input().message(new Message("echo", Payload.of("kept"), false));
        engine.ticks(engine.room(client), 3);
        assertThat(client.link().quiet()).isTrue();
        engine.add(second, "1.1.0");

        assertThat(client.link().next()).isEqualTo("rebound nothing->1.1.0");
        assertThat(client.link().next()).isEqualTo("echo kept");
    }

    @Test
    void systemThatComesLaterIsBoundWhereItWasMissed() throws Exception {
        var client = joined();
        assertThat(engine.room(client).info().missing()).containsExactly("extra");

        Behaviour extra = () -> "extra";
        Pin pin = engine.add(extra, "2.0.0");

        assertThat(client.link().next()).isEqualTo("rebound nothing->2.0.0");
        assertThat(engine.room(client).pins()).containsEntry("extra", pin);
        List<Behaviour> bound =
                engine.on(engine.room(client), () -> engine.room(client).face().systems(Behaviour.class));
        assertThat(bound).contains(extra);
    }

    @Test
    void unknownVersionIsRefusedWithWhatThereIs() {
        Pin unknown = new Pin("room.echo", "9.9.9", "test");

        assertThat(engine.pins.rebind(unknown, List.of()).toCompletableFuture())
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("room.echo=9.9.9")
                .withMessageContaining("room.echo=1.0.0");
    }

    private TestEngine.Client joined() throws Exception {
        var client = engine.join("echo");
        assertThat(client.link().next()).startsWith("hello");
        return client;
    }

    private List<Pins.Rebind> rebind(Pin pin, List<String> rooms) throws Exception {
        return engine.pins.rebind(pin, rooms).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private static String mark(TestEngine.Client client) throws Exception {
        client.input().request(1, new Message("mark", Payload.NONE, false));
        return client.link().next().replace("1 OK ", "");
    }
}
