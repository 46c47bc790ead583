package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.hotrealm.room.api.JoinRequest.Method;
import org.hotrealm.room.api.Overload;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of those who want in where rooms cannot keep up. Ticks are told to the ladder by hand, none by the clock. */
class OverloadTest {

    private static final int WORKERS = 2;

    private final TestEngine engine = new TestEngine(TestEngine.settings(WORKERS, false), new EchoType());

    private long clock;

    @AfterEach
    void stop() {
        engine.close();
    }

    /** Has the room run so many seconds of ticks that take this part of their time. */
    private void busy(ActiveRoom room, int seconds, double part) {
        engine.on(room, () -> {
            long period = room.loop().period();
            long took = (long) (part * period);
            for (long i = 1; i <= seconds * 1_000_000_000L / period; i++) {
                clock += Math.max(period, took);
                room.ladder().ticked(clock, 0, took, took);
            }
            return null;
        });
    }

    private ActiveRoom overloaded() throws Exception {
        ActiveRoom room = engine.room(engine.join("echo"));
        busy(room, 5, 1.2);
        assertThat(room.info().rung()).isEqualTo(Ladder.SPARSE);
        return room;
    }

    @Test
    void anOverloadedRoomLetsNobodyNewInAndSaysWhy() throws Exception {
        ActiveRoom room = overloaded();

        assertThatThrownBy(() -> engine.reserve(Method.JOIN_BY_ID, room.id(), Payload.map()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(RefusedException.UNAVAILABLE))
                .hasMessageContaining(room.id())
                .hasMessageContaining("overloaded");
        assertThatThrownBy(() -> engine.reserve(Method.JOIN, "echo", Payload.map()))
                .hasMessageContaining("overloaded");
    }

    @Test
    void whoHasASeatThereComesBackToIt() throws Exception {
        var client = engine.join("echo");
        ActiveRoom room = engine.room(client);
        busy(room, 7, 1.2);

        client.input().gone();

        assertThat(engine.connect(client.seat(), client.token()).token()).isNotEqualTo(client.token());
    }

    @Test
    void whileWorkersAreFreeNewcomersGetAnotherRoom() throws Exception {
        ActiveRoom room = overloaded();

        assertThat(engine.host.load().now().refusing()).isFalse();
        assertThat(engine.reserve(Method.JOIN_OR_CREATE, "echo", Payload.map()).roomId())
                .isNotEqualTo(room.id());
    }

    @Test
    void withAllWorkersTakenNobodyGetsANewRoomButTheServerItself() throws Exception {
        overloaded();
        ActiveRoom second = engine.room(engine.join("echo"));
        busy(second, 5, 1.0);

        Overload load = engine.host.load().now();
        assertThat(load.refusing()).isTrue();
        assertThat(load.rung()).isEqualTo(2);
        assertThat(load.load()).isBetween(0.9, 1.1);
        assertThatThrownBy(() -> engine.reserve(Method.CREATE, "echo", Payload.map()))
                .hasMessageContaining("overloaded");
        assertThat(engine.host
                        .matchmaking()
                        .create("echo", Payload.map())
                        .toCompletableFuture()
                        .join()
                        .roomId())
                .isNotEmpty();
    }

    @Test
    void roomsThatKeepUpMayFillTheWorkersButNoMoreAreMade() throws Exception {
        for (int i = 0; i < 4; i++) {
            busy(engine.room(engine.connect(engine.reserve(Method.CREATE, "echo", Payload.map()), null)), 3, 0.42);
        }

        Overload load = engine.host.load().now();
        assertThat(load.rung()).isZero();
        assertThat(load.load()).isBetween(0.8, 0.9);
        assertThatThrownBy(() -> engine.reserve(Method.CREATE, "echo", Payload.map()))
                .hasMessageContaining("opens no more rooms");
        assertThat(engine.reserve(Method.JOIN_OR_CREATE, "echo", Payload.map()).roomId())
                .isNotEmpty();
    }

    @Test
    void nobodyIsLetInBesideRoomsThatTakeNearlyEverything() throws Exception {
        for (int i = 0; i < 4; i++) {
            busy(engine.room(engine.connect(engine.reserve(Method.CREATE, "echo", Payload.map()), null)), 1, 0.48);
        }
        engine.rooms.all().forEach(room -> busy(room, 3, 0.48));

        assertThatThrownBy(() -> engine.reserve(Method.JOIN, "echo", Payload.map()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(RefusedException.UNAVAILABLE))
                .hasMessageContaining("lets nobody in");
    }

    @Test
    void roomsThatHaveJustBegunCountAsTheOthersDo() throws Exception {
        busy(engine.room(engine.join("echo")), 3, 0.5);

        engine.reserve(Method.CREATE, "echo", Payload.map());
        assertThat(engine.host.load().now().refusing()).isFalse();
        engine.reserve(Method.CREATE, "echo", Payload.map());
        engine.reserve(Method.CREATE, "echo", Payload.map());

        assertThat(engine.host.load().now().refusing()).isTrue();
        assertThat(engine.host.load().now().load()).isBetween(0.2, 0.3);
    }

    @Test
    void aSecondOfWorkIsNoLoad() throws Exception {
        ActiveRoom room = engine.room(engine.join("echo"));
        busy(room, 2, 0.1);
        busy(room, 1, 1.0);
        assertThat(room.ladder().load()).isLessThan(0.2);

        busy(room, 1, 1.0);
        assertThat(room.ladder().load()).isGreaterThan(0.9);
    }

    @Test
    void doorsOpenAgainWhenThereIsTimeToSpare() throws Exception {
        ActiveRoom room = overloaded();

        busy(room, 4, 0.1);

        assertThat(room.info().rung()).isZero();
        assertThat(engine.reserve(Method.JOIN_BY_ID, room.id(), Payload.map()).roomId())
                .isEqualTo(room.id());
    }

    @Test
    void theHighestRungIsAFigureOfTheType() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        engine.host.meters().bindTo(registry);
        overloaded();

        assertThat(registry.get("hotrealm.overload.rung")
                        .tag("type", "echo")
                        .gauge()
                        .value())
                .isEqualTo(2);
    }
}
