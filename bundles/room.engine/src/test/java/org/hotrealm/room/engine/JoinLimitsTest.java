package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.engine.JoinLimits.Kind;
import org.hotrealm.room.engine.TestEngine.Client;
import org.junit.jupiter.api.Test;

class JoinLimitsTest {

    private static final String ADA = "192.0.2.1";
    private static final int OPEN = 2;

    private static TestEngine engine() {
        Settings few = new Settings(
                2,
                100,
                "localhost:1",
                7,
                2000,
                500,
                15_000,
                new JoinLimits.Most(256, 64, OPEN),
                new Slow(1000, 2000),
                true);
        return new TestEngine(few, new EchoType());
    }

    private static Reservation create(TestEngine engine, String address) throws RefusedException {
        return engine.host
                .matchmaker()
                .reserve(new JoinRequest(JoinRequest.Method.CREATE, "echo", Payload.map(), null, address, Map.of()));
    }

    private static Client createAndJoin(TestEngine engine, String address) throws Exception {
        return engine.connect(create(engine, address), null);
    }

    @Test
    void addressKeepsNoMoreRoomsThanItMayAlsoJoinedOnes() throws Exception {
        try (TestEngine engine = engine()) {
            Client first = createAndJoin(engine, ADA);
            createAndJoin(engine, ADA);

            assertThatThrownBy(() -> create(engine, ADA))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.code()).isEqualTo(JoinLimits.TOO_MANY))
                    .hasMessageContaining("2 rooms that have not ended; leave one of them");
            assertThat(engine.host.limits().over(Kind.ROOMS_OPEN)).isEqualTo(1);
            assertThat(engine.rooms.all()).hasSize(OPEN);
            assertThatCode(() -> create(engine, "192.0.2.2")).doesNotThrowAnyException();

            ActiveRoom left = engine.room(first);
            first.input().leave();
            left.ending().over().get(10, TimeUnit.SECONDS);
            assertThatCode(() -> create(engine, ADA)).doesNotThrowAnyException();
        }
    }

    @Test
    void roomKeptForAClientThatDroppedStillCounts() throws Exception {
        try (TestEngine engine = engine()) {
            for (int i = 0; i < OPEN; i++) {
                Client gone = createAndJoin(engine, ADA);
                ActiveRoom room = engine.room(gone);
                gone.input().gone();
                assertThat(engine.<Integer>on(room, () -> room.seatTable().connected()))
                        .isZero();
            }
            assertThatThrownBy(() -> create(engine, ADA)).hasMessageContaining("rooms that have not ended");
        }
    }

    @Test
    void roomsAreCountedOnInTheEngineThatTakesThem() throws Exception {
        try (TestEngine before = engine();
                TestEngine after = engine()) {
            createAndJoin(before, ADA);
            create(before, ADA);
            List<Sleeper> sleepers = before.rooms
                    .dormitory()
                    .park(room -> true, Duration.ofSeconds(10))
                    .join();
            after.rooms.dormitory().takeIn(sleepers);
            after.rooms.dormitory().wake(Duration.ofSeconds(10)).join();

            assertThatThrownBy(() -> create(after, ADA)).hasMessageContaining("rooms that have not ended");
            ActiveRoom awaited = after.rooms.all().stream()
                    .filter(room -> !room.maker().awaited().isEmpty())
                    .findFirst()
                    .orElseThrow();
            awaited.loop().post(() -> awaited.ending().begin(ActiveRoom.CONSENTED, ""));
            awaited.ending().over().get(10, TimeUnit.SECONDS);
            assertThatCode(() -> create(after, ADA)).doesNotThrowAnyException();
        }
    }

    @Test
    void roomThatIsRefusedByItsTypeDoesNotCount() throws Exception {
        try (TestEngine engine = engine()) {
            for (int i = 0; i <= OPEN; i++) {
                assertThatThrownBy(() -> engine.host
                                .matchmaker()
                                .reserve(new JoinRequest(
                                        JoinRequest.Method.CREATE,
                                        "echo",
                                        Payload.map("bad", true),
                                        null,
                                        ADA,
                                        Map.of())))
                        .hasMessage("onAuth failed");
            }
            assertThatCode(() -> create(engine, ADA)).doesNotThrowAnyException();
        }
    }

    @Test
    void networkOfIpv6IsOneAddress() throws Exception {
        try (TestEngine engine = engine()) {
            create(engine, "2001:db8:1:2::1");
            create(engine, "2001:db8:1:2:ffff::9");
            assertThatThrownBy(() -> create(engine, "2001:db8:1:2::77")).hasMessageContaining("have not ended");
            assertThatCode(() -> create(engine, "2001:db8:1:3::1")).doesNotThrowAnyException();
        }
    }

    @Test
    void serverItselfHasNoLimit() throws Exception {
        try (TestEngine engine = engine()) {
            for (int i = 0; i <= OPEN; i++) {
                engine.host
                        .matchmaking()
                        .create("echo", Payload.map())
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
            }
            assertThat(engine.rooms.all()).hasSize(OPEN + 1);
        }
    }
}
