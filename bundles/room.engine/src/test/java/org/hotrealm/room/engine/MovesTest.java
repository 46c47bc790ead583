package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.RoomListing;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.JoinRequest.Method;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Rooms.Moved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final TestCluster cluster = new TestCluster();
    private final Kept type = new Kept();
    private final TestEngine one = new TestEngine(type);
    private final TestEngine two = new TestEngine(new Kept());
    private final NodeRooms roomsOfOne = join(one);
    private final NodeRooms roomsOfTwo = join(two);

    /** A room that remembers a number, and answers calls with it. */
    private static final class Kept extends EchoType {
        @Override
        public Payload called(Room room, String method, Payload arguments) throws RefusedException {
            if (method.equals("hold")) {
                room.attach(Thread.class, Thread.currentThread());
                return Payload.NONE;
            }
            if (method.equals("put")) {
                room.attach(Payload.class, arguments);
            }
            return Payload.of(room.attached(Payload.class));
        }
    }

    private NodeRooms join(TestEngine node) {
        node.add(new Extra(), "1.0.0");
        NodeInfo info = new NodeInfo(node.host.processId(), "localhost:1", 0, 0, false);
        node.host.directory().join(cluster, info, node.host.remoteCalls()::serve);
        return new NodeRooms(node.host);
    }

    private static final class Extra implements Behaviour {
        @Override
        public String system() {
            return "extra";
        }
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    private Moved move(String room) throws Exception {
        return roomsOfOne
                .move(room, two.host.processId(), SOON)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private Payload call(String room, String method, Object argument) throws Exception {
        return two.host
                .matchmaking()
                .call(room, method, Payload.of(argument), SOON)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private TestEngine.Client ada() throws Exception {
        TestEngine.Client ada = one.join("echo");
        assertThat(ada.link().next()).startsWith("hello");
        return ada;
    }

    @Test
    void roomGoesOnOnTheOtherNodeWithWhatItRemembersItsSeatsAndItsOwnVersions() throws Exception {
        TestEngine.Client ada = ada();
        String id = ada.seat().roomId();
        call(id, "put", 42);
        long tick = one.room(ada).info().tick();
        Map<String, Pin> pins = one.room(ada).pins();
        two.add(new Extra(), "1.1.0");

        Moved moved = move(id);

        assertThat(moved.clients()).isEqualTo(1);
        assertThat(one.rooms.all()).isEmpty();
        assertThat(type.hooks).containsExactly("join", "moving");
        ActiveRoom there = two.rooms.byId(id);
        assertThat(there.pins()).isEqualTo(pins).containsEntry("extra", new Pin("extra", "1.0.0", "test"));
        assertThat(there.info().tick()).isGreaterThanOrEqualTo(tick);
        assertThat(call(id, "get", null)).isEqualTo(Payload.of(42L));
        assertThat(listing(id).nodeId()).isEqualTo(two.host.processId());
        assertThat(ada.link().next()).isEqualTo("parked");
        assertThat(ada.link().next()).isEqualTo("moved " + two.host.processId());
        RecordingLink relayed = new RecordingLink();
        Connecting.resume(two.rooms, id, ada.seat().sessionId(), relayed);
        assertThat(relayed.next()).isEqualTo("resumed");
        relayed.input().request(7, new Message("echo", Payload.of("still here"), false));
        relayed.await("7 OK still here");
    }

    private RoomListing listing(String id) throws Exception {
        return cluster.rooms()
                .byId(id)
                .toCompletableFuture()
                .get(1, TimeUnit.SECONDS)
                .orElseThrow();
    }

    @Test
    void roomStaysUntouchedWhereTheOtherNodeLacksOneOfItsVersions() throws Exception {
        one.add(new Extra(), "1.1.0");
        TestEngine.Client ada = ada();

        assertThatThrownBy(() -> move(ada.seat().roomId()))
                .hasMessageContaining("extra 1.1.0 of test, which that node has only as 1.0.0; swap it in there first");

        assertThat(ada.link().quiet()).isTrue();
        one.ticks(one.room(ada), 2);
        assertThat(two.rooms.all()).isEmpty();
    }

    @Test
    void roomStaysUntouchedWhereItKeepsWhatCannotBeParked() throws Exception {
        TestEngine.Client ada = ada();
        call(ada.seat().roomId(), "hold", null);

        assertThatThrownBy(() -> move(ada.seat().roomId())).hasMessageContaining("which is no Parked");

        assertThat(ada.link().quiet()).isTrue();
        one.ticks(one.room(ada), 2);
    }

    @Test
    void whereToMustBeAnotherLivingNodeThatIsNotDraining() throws Exception {
        String id = ada().seat().roomId();
        cluster.announce(new NodeInfo("leaving", "localhost:1", 0, 0, true));

        assertThatThrownBy(() -> to(id, "nobody")).hasMessageContaining("no node 'nobody' is in the cluster");
        assertThatThrownBy(() -> to(id, "leaving")).hasMessageContaining("is draining");
        assertThatThrownBy(() -> to(id, one.host.processId())).hasMessageContaining("already");
        assertThatThrownBy(() -> to("nothing", two.host.processId())).hasMessageContaining("no room 'nothing'");
    }

    private void to(String room, String node) throws Exception {
        roomsOfOne.move(room, node, SOON).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void roomGoesOnWhereItWasWhenTheOtherNodeIsNotReached() throws Exception {
        TestEngine.Client ada = ada();
        cluster.network = (operation, call) -> operation.equals(Moves.TAKE) ? lost() : call.get();
        cluster.silent.set(2);

        assertThatThrownBy(() -> move(ada.seat().roomId()))
                .hasMessageContaining("has not taken it")
                .hasMessageContaining("goes on here");

        assertThat(two.rooms.all()).isEmpty();
        assertThat(ada.link().next()).isEqualTo("parked");
        assertThat(ada.link().next()).isEqualTo("resumed");
        one.ticks(one.room(ada), 2);
        assertThat(listing(ada.seat().roomId()).nodeId()).isEqualTo(one.host.processId());
    }

    private static <T> CompletableFuture<T> lost() {
        return CompletableFuture.failedFuture(new TimeoutException("no answer"));
    }

    @Test
    void roomIsOnTheOtherNodeAloneWhenOnlyTheAnswerIsLost() throws Exception {
        TestEngine.Client ada = ada();
        cluster.network = (operation, call) ->
                operation.equals(Moves.TAKE) ? call.get().thenCompose(answer -> lost()) : call.get();

        assertThat(move(ada.seat().roomId()).node()).isEqualTo(two.host.processId());

        assertThat(one.rooms.all()).isEmpty();
        assertThat(two.rooms.byId(ada.seat().roomId())).isNotNull();
        assertThat(ada.link().next()).isEqualTo("parked");
        assertThat(ada.link().next()).startsWith("moved");
    }

    @Test
    void roomThatIsTakenTooLateIsDroppedThere() throws Exception {
        TestEngine.Client ada = ada();
        CompletableFuture<byte[]> late = new CompletableFuture<>();
        CompletableFuture<Runnable> delayed = new CompletableFuture<>();
        cluster.network = (operation, call) -> {
            if (!operation.equals(Moves.TAKE)) {
                return call.get();
            }
            delayed.complete(() -> call.get().whenComplete((answer, failure) -> late.completeExceptionally(failure)));
            return lost();
        };

        assertThatThrownBy(() -> move(ada.seat().roomId())).hasMessageContaining("goes on here");
        delayed.get(1, TimeUnit.SECONDS).run();

        assertThatThrownBy(() -> late.get(5, TimeUnit.SECONDS)).hasMessageContaining("it came too late");
        assertThat(two.rooms.all()).isEmpty();
        assertThat(two.rooms.dormitory().loners().ids()).isEmpty();
        one.ticks(one.room(ada), 2);
    }

    @Test
    void whoAsksTheOldNodeIsLedToTheNewOne() throws Exception {
        TestEngine.Client ada = ada();
        String id = ada.seat().roomId();
        Reservation reserved = one.reserve(Method.JOIN_BY_ID, id, Payload.map());
        move(id);

        byte[] answer = cluster.call(
                        one.host.processId(), SeatCalls.CALL, CallBytes.write(id, "put", Payload.of(3)), SOON)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        assertThat(CallBytes.read(answer)).containsExactly(3L);
        assertThat(one.reserve(Method.JOIN_BY_ID, id, Payload.map()).processId())
                .isEqualTo(two.host.processId());
        RecordingLink late = new RecordingLink();
        roomsOfOne.connect(new Claim(id, reserved.sessionId(), null, null), late);
        assertThat(late.next()).isEqualTo("parked");
        assertThat(late.next()).isEqualTo("moved " + two.host.processId());
        RecordingLink relayed = new RecordingLink();
        roomsOfTwo.connect(new Claim(id, reserved.sessionId(), null, null), relayed);
        assertThat(relayed.next()).startsWith("joined ");
    }

    @Test
    void clientOfARoomThatIsNowhereIsRefused() throws Exception {
        RecordingLink lost = new RecordingLink();

        roomsOfOne.connect(new Claim("nowhere", "session", null, null), lost);

        assertThat(lost.next()).isEqualTo("parked");
        assertThat(lost.next()).startsWith("refused 524");
    }

    @Test
    void clientWaitsWhileNobodyCanTellWhereItsRoomIs() throws Exception {
        String id = ada().seat().roomId();
        RecordingLink late = new RecordingLink();
        cluster.unknowing = true;

        roomsOfTwo.connect(new Claim(id, "session", null, null), late);
        assertThat(late.next()).isEqualTo("parked");
        cluster.unknowing = false;

        assertThat(late.next()).isEqualTo("moved " + one.host.processId());
    }

    @Test
    void clientOfANodeThatIsNoPartOfAClusterYetWaitsForIt() throws Exception {
        String id = ada().seat().roomId();
        RecordingLink early = new RecordingLink();
        two.host.directory().leave();

        roomsOfTwo.connect(new Claim(id, "session", null, null), early);
        assertThat(early.next()).isEqualTo("parked");
        two.host.directory().join(cluster, roomsOfTwo.node(), two.host.remoteCalls()::serve);

        assertThat(early.next()).isEqualTo("moved " + one.host.processId());
    }

    @Test
    void whoAsksForASeatMeanwhileGetsItInTheRoomThatMoved() throws Exception {
        String id = ada().seat().roomId();
        CompletableFuture<Void> onTheWay = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        cluster.network = (operation, call) -> {
            if (!operation.equals(Moves.TAKE)) {
                return call.get();
            }
            onTheWay.complete(null);
            return go.thenCompose(now -> call.get());
        };
        CompletableFuture<Moved> moved =
                roomsOfOne.move(id, two.host.processId(), SOON).toCompletableFuture();
        onTheWay.get(5, TimeUnit.SECONDS);
        CompletableFuture<Reservation> bob = roomsOfOne
                .reserve(new JoinRequest(Method.JOIN_OR_CREATE, "echo", Payload.map(), null, "127.0.0.1", Map.of()))
                .toCompletableFuture();

        go.complete(null);

        moved.get(5, TimeUnit.SECONDS);
        assertThat(bob.get(5, TimeUnit.SECONDS).roomId()).isEqualTo(id);
        assertThat(bob.get().processId()).isEqualTo(two.host.processId());
    }
}
