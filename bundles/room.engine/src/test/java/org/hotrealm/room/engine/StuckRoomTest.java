package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Tick;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StuckRoomTest {

    private final CountDownLatch blocked = new CountDownLatch(1);
    private volatile boolean looping;
    /** With one worker only: it is what the stuck rooms have taken. */
    private final TestEngine engine = new TestEngine(TestEngine.settings(1), new EchoType(), new Stubborn());

    @AfterEach
    void stop() {
        blocked.countDown();
        looping = false;
        engine.close();
    }

    private final class Stubborn extends EchoType {
        @Override
        public String name() {
            return "stubborn";
        }

        @Override
        public Messages messages() {
            return Messages.of()
                    .on("block", (room, seat, message) -> await())
                    .on("loop", (room, seat, message) -> looping = true)
                    .on("echo", (room, seat, message) -> seat.send("echo", message.payload()))
                    .build();
        }

        private void await() {
            try {
                blocked.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void tick(Room room, Tick tick) {
            while (looping) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void roomThatBlocksForEverIsNamedAndTheOthersGoOn() throws Exception {
        var stubborn = joined("stubborn");
        var other = joined("echo");

        stubborn.input().message(new Message("block", Payload.NONE, false));

        await(() -> !engine.room(stubborn).info().stuckIn().isEmpty());
        assertThat(engine.room(stubborn).info().stuckIn()).isEqualTo("message block");
        assertThat(engine.room(stubborn).info().stalls()).isEqualTo(1);
        engine.ticks(engine.room(other), 20);
        other.input().message(new Message("echo", Payload.of("still here"), false));
        assertThat(other.link().next()).isEqualTo("echo still here");
    }

    @Test
    void roomThatLoopsForEverIsNamedAndTheOthersGoOn() throws Exception {
        var stubborn = joined("stubborn");
        var other = joined("echo");

        stubborn.input().message(new Message("loop", Payload.NONE, false));

        await(() -> engine.room(stubborn).info().stuckIn().equals("tick"));
        engine.ticks(engine.room(other), 20);
    }

    @Test
    void nobodyIsLetIntoAStuckRoomUntilItGoesOn() throws Exception {
        var stubborn = joined("stubborn");
        stubborn.input().message(new Message("block", Payload.NONE, false));
        await(() -> !engine.room(stubborn).info().stuckIn().isEmpty());
        String id = stubborn.seat().roomId();

        assertThatThrownBy(() -> engine.reserve(JoinRequest.Method.JOIN_BY_ID, id, Payload.map()))
                .hasMessage("room \"%s\" does not answer: its hook 'message block' does not come to an end", id);
        blocked.countDown();
        await(() -> engine.room(stubborn).info().stuckIn().isEmpty());

        assertThat(engine.reserve(JoinRequest.Method.JOIN_BY_ID, id, Payload.map())
                        .roomId())
                .isEqualTo(id);
        stubborn.input().message(new Message("echo", Payload.of("back"), false));
        assertThat(stubborn.link().next()).isEqualTo("echo back");
    }

    private TestEngine.Client joined(String name) throws Exception {
        var client = engine.join(name);
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
