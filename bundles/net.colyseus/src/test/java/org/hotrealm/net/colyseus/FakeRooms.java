package org.hotrealm.net.colyseus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;

/** Rooms that write down what they are asked and answer as told. */
final class FakeRooms implements Rooms {

    final List<String> events = new ArrayList<>();
    final List<InputDelta> inputs = new ArrayList<>();
    final List<JoinRequest> requests = new ArrayList<>();
    CompletionStage<Reservation> answer =
            CompletableFuture.completedFuture(new Reservation("my", "room12345", "session12", "process12", null, null));
    boolean draining;
    boolean renewing;
    boolean failing;
    SeatLink link;

    static CompletionStage<Reservation> refusing(int code, String text) {
        return CompletableFuture.failedFuture(new RefusedException(code, text));
    }

    @Override
    public CompletionStage<Reservation> reserve(JoinRequest request) {
        requests.add(request);
        return answer;
    }

    @Override
    public SeatInput connect(Claim claim, SeatLink to) {
        events.add("connect %s %s %s".formatted(claim.roomId(), claim.sessionId(), claim.reconnectionToken()));
        link = to;
        return new Input();
    }

    @Override
    public void resume(String roomId, String sessionId, SeatLink to) {
        events.add("resume %s %s".formatted(roomId, sessionId));
        link = to;
    }

    /** Another input, as the room has after a swap. */
    SeatInput input() {
        return new Input();
    }

    @Override
    public boolean renewing() {
        return renewing;
    }

    private final class Input implements SeatInput {
        @Override
        public void acknowledged() {
            events.add("acknowledged");
        }

        @Override
        public void message(Message message) {
            if (failing) {
                throw new IllegalStateException("on purpose");
            }
            events.add("message " + message.type() + " " + Vectors.text(message.payload()));
        }

        @Override
        public void request(long id, Message message) {
            events.add("request " + id + " " + message.type() + " " + Vectors.text(message.payload()));
        }

        @Override
        public void input(InputDelta input) {
            inputs.add(input);
        }

        @Override
        public void parked() {
            events.add("parked");
        }

        @Override
        public void leave() {
            events.add("leave");
        }

        @Override
        public void gone() {
            events.add("gone");
        }
    }

    @Override
    public List<RoomInfo> list() {
        return List.of();
    }

    @Override
    public String processId() {
        return "process12";
    }

    @Override
    public CompletionStage<Void> drain(int closeCode, Duration within) {
        draining = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean draining() {
        return draining;
    }

    /** What happened since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
