package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.JoinRequest.Method;
import org.hotrealm.room.api.Matching;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomEntry;
import org.hotrealm.room.api.RoomQuery;
import org.hotrealm.room.api.RoomSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwoNodesTest {

    private final TestCluster cluster = new TestCluster();
    private final TestEngine one = node();
    private final TestEngine two = node();

    /** A room that is filtered by mode, answers calls and sends its clients away. */
    private static final class Wide extends EchoType {
        @Override
        public RoomSettings settings() {
            return super.settings().withMaxClients(100);
        }

        @Override
        public Matching matching() {
            return Matching.ANY.filteredBy("mode");
        }

        @Override
        public Messages messages() {
            return Messages.of()
                    .on(
                            "go",
                            (room, seat, message) ->
                                    seat.travel(String.valueOf(message.payload().value()), Payload.map("gold", 3)))
                    .build();
        }

        @Override
        public Payload called(Room room, String method, Payload arguments) throws RefusedException {
            if (!method.equals("double")) {
                throw new RefusedException(RefusedException.APPLICATION_ERROR, "only double");
            }
            room.metadata(Payload.map("asked", arguments.value()));
            return Payload.of(2 * ((Number) arguments.value()).longValue());
        }
    }

    private TestEngine node() {
        TestEngine node = new TestEngine(new Wide());
        NodeInfo info = new NodeInfo(node.host.processId(), "localhost:1", 0, 0, false);
        node.host.directory().join(cluster, info, node.host.remoteCalls()::serve);
        return node;
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void clientsOfTwoNodesThatComeAtTheSameInstantMeetInOneRoomPerFilterValue() throws Exception {
        List<CompletableFuture<Reservation>> sword = new ArrayList<>();
        List<CompletableFuture<Reservation>> bow = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                TestEngine node = i % 2 == 0 ? one : two;
                sword.add(CompletableFuture.supplyAsync(() -> join(node, "sword"), clients));
                bow.add(CompletableFuture.supplyAsync(() -> join(node, "bow"), clients));
            }
        }

        assertThat(sword.stream().map(seat -> seat.join().roomId()).distinct()).hasSize(1);
        assertThat(bow.stream().map(seat -> seat.join().roomId()).distinct()).hasSize(1);
        assertThat(one.rooms.all().size() + two.rooms.all().size()).isEqualTo(2);
    }

    private static Reservation join(TestEngine node, String mode) {
        try {
            return node.reserve(Method.JOIN_OR_CREATE, "echo", Payload.map("mode", mode));
        } catch (RefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void roomOfAnotherNodeIsFoundCalledAndGivesSeats() throws Exception {
        Reservation seat = one.reserve(Method.CREATE, "echo", Payload.map("mode", "sword"));

        List<RoomEntry> found = two.host
                .matchmaking()
                .find(RoomQuery.open("echo").where("mode", "sword"))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(found).extracting(RoomEntry::roomId).containsExactly(seat.roomId());
        assertThat(found.getFirst().processId()).isEqualTo(one.host.processId());
        assertThat(call(seat.roomId(), "double", 21)).isEqualTo(Payload.of(42L));
        assertThatThrownBy(() -> call(seat.roomId(), "half", 21)).hasMessageContaining("only double");
        assertThatThrownBy(() -> call(seat.roomId(), "#arrived", 21)).hasMessageContaining("the engine's own");
        List<Reservation> seats = two.host
                .matchmaking()
                .reserve(seat.roomId(), List.of(new Guest("same-id", Payload.map(), Payload.NONE)))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(seats.getFirst().sessionId()).isEqualTo("same-id");
        assertThat(seats.getFirst().processId()).isEqualTo(one.host.processId());
    }

    private Payload call(String room, String method, int argument) throws Exception {
        return two.host
                .matchmaking()
                .call(room, method, Payload.of(argument), Duration.ofSeconds(10))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void roomThatIsMadeOnOneNodeIsAChangeOnBoth() throws Exception {
        long here = one.host.matchmaking().changes();
        long there = two.host.matchmaking().changes();

        one.host
                .matchmaking()
                .create("echo", Payload.map("mode", "sword"))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        assertThat(one.host.matchmaking().changes()).isGreaterThan(here);
        assertThat(two.host.matchmaking().changes()).isGreaterThan(there);
    }

    @Test
    void playerTravelsFromNodeToNode() throws Exception {
        Reservation home = one.reserve(Method.CREATE, "echo", Payload.map("mode", "home"));
        TestEngine.Client ada = one.connect(home, null);
        assertThat(ada.link().next()).startsWith("hello");
        String away =
                two.reserve(Method.CREATE, "echo", Payload.map("mode", "away")).roomId();

        ada.input().message(new Message("go", Payload.of(away), false));

        assertThat(ada.link().next()).startsWith("travel").contains(away).contains(home.sessionId());
        TestEngine.Client there =
                two.connect(new Reservation("echo", away, home.sessionId(), two.host.processId(), null, null), null);
        assertThat(there.greeting()).startsWith("joined ");
        assertThat(ada.link().next()).isEqualTo("close 4000 travelled");
    }
}
