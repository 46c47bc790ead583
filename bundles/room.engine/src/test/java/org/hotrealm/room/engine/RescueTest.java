package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Tick;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RescueTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean over;
    private final Host host = new Host();
    private final TestEngine engine = new TestEngine(TestEngine.settings(1), host);

    @AfterEach
    void stop() {
        over = true;
        end.countDown();
        engine.close();
    }

    /** A system that is run each tick. */
    private interface Extra extends Behaviour {
        @Override
        default String system() {
            return "extra";
        }

        void run(Room room);
    }

    /** Runs its system, as the realm does. */
    private class Host extends EchoType {
        @Override
        public void tick(Room room, Tick tick) {
            for (Extra extra : room.systems(Extra.class)) {
                room.enter(extra.system());
                try {
                    extra.run(room);
                } catch (Exception | Error e) {
                    room.failed("extra", e);
                } finally {
                    room.exit();
                }
                hooks.add("after " + Thread.currentThread().getName());
            }
        }
    }

    private void loop() {
        while (!over) {
            Thread.onSpinWait();
        }
    }

    @Test
    void roomGoesOnWithoutASystemThatLoopsForEver() throws Exception {
        var client = joined();
        String id = client.seat().roomId();
        long before = engine.room(client).tick().number();

        Pin pin = engine.add((Extra) room -> loop(), "1.0.0");

        client.link().await("parked");
        client.link().await("resumed");
        engine.ticks(engine.room(client), 20);
        assertThat(engine.room(client).info()).satisfies(info -> {
            assertThat(info.id()).isEqualTo(id);
            assertThat(info.tick()).isGreaterThan(before);
            assertThat(info.missing()).containsExactly("extra");
            assertThat(info.failures()).isEqualTo(1);
            assertThat(info.stalls()).isEqualTo(1);
            assertThat(info.stuckIn()).isEmpty();
        });
        client.link().input().message(new Message("echo", Payload.of("still here"), false));
        client.link().await("echo still here");
        assertThat(engine.host.behaviours().find(pin)).isPresent();
    }

    @Test
    void threadThatComesBackLaterTouchesTheRoomNoMore() throws Exception {
        var client = joined();
        String[] thread = {""};

        engine.add(
                (Extra) room -> {
                    thread[0] = Thread.currentThread().getName();
                    loop();
                },
                "1.0.0");
        client.link().await("resumed");
        over = true;
        engine.ticks(engine.room(client), 20);

        assertThat(host.hooks).doesNotContain("after " + thread[0]);
        assertThat(engine.room(client).info().failures()).isEqualTo(1);
    }

    @Test
    void systemThatWaitsForEverIsInterrupted() throws Exception {
        var client = joined();
        CountDownLatch interrupted = new CountDownLatch(1);

        engine.add(
                (Extra) room -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                },
                "1.0.0");

        client.link().await("resumed");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        engine.ticks(engine.room(client), 5);
    }

    @Test
    void roomGoesOnWithAnotherVersionWhereThereIsOne() throws Exception {
        Pin good = engine.add((Extra) room -> {}, "1.0.0");
        var client = joined();
        Pin bad = engine.add((Extra) room -> loop(), "1.1.0");

        engine.pins.rebind(bad, List.of(client.seat().roomId()));

        client.link().await("resumed");
        engine.ticks(engine.room(client), 20);
        assertThat(engine.room(client).info().pins()).contains(good).doesNotContain(bad);
        assertThat(engine.room(client).info().missing()).isEmpty();
    }

    @Test
    void versionThatHangsAgainAndAgainIsGivenToNoRoomAnyMore() throws Exception {
        var first = joined();
        Pin bad = engine.add((Extra) room -> loop(), "1.0.0");
        first.link().await("resumed");

        var second = engine.connect(engine.reserve(JoinRequest.Method.CREATE, "echo", Payload.map()), null);
        second.link().await("resumed");
        await(() -> engine.pins.defaults().stream().noneMatch(bad::equals));

        var third = engine.connect(engine.reserve(JoinRequest.Method.CREATE, "echo", Payload.map()), null);
        engine.ticks(engine.room(third), 20);
        assertThat(engine.room(third).info().missing()).containsExactly("extra");
        assertThat(engine.room(third).info().stalls()).isZero();
    }

    @Test
    void versionThatWasGivenUpRunsAgainWhereItIsAskedForByName() throws Exception {
        boolean[] well = {false};
        var client = joined();
        Pin pin = engine.add(
                (Extra) room -> {
                    if (!well[0]) {
                        loop();
                    }
                },
                "1.0.0");
        client.link().await("resumed");
        well[0] = true;

        engine.pins.rebind(pin, List.of()).toCompletableFuture().get(10, TimeUnit.SECONDS);

        engine.ticks(engine.room(client), 5);
        assertThat(engine.room(client).info().pins()).contains(pin);
    }

    @Test
    void roomWhoseTypeLoopsGoesOnWithTheVersionBefore() throws Exception {
        var client = joined();
        Pin bad = engine.add(
                new EchoType() {
                    @Override
                    public void tick(Room room, Tick tick) {
                        loop();
                    }
                },
                "1.1.0");

        engine.pins.rebind(bad, List.of(client.seat().roomId()));

        client.link().await("resumed");
        engine.ticks(engine.room(client), 20);
        assertThat(engine.room(client).info().pins()).extracting(Pin::version).contains("1.0.0");
    }

    @Test
    void anyErrorOfASystemIsAFailureAndNoMore() throws Exception {
        var client = joined();

        engine.add(
                (Extra) room -> {
                    throw new OutOfMemoryError("on purpose");
                },
                "1.0.0");

        engine.ticks(engine.room(client), 20);
        assertThat(engine.room(client).info().failures()).isGreaterThan(5);
    }

    private TestEngine.Client joined() throws Exception {
        var client = engine.join("echo");
        assertThat(client.link().next()).startsWith("hello");
        return client;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen within a minute");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
