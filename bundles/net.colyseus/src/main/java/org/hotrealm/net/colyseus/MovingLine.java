package org.hotrealm.net.colyseus;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hotrealm.net.api.Connection;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.SeatInput;
import org.jspecify.annotations.Nullable;

/**
 * A line that others can go on with: another version of this bundle, or, where its room has moved, another node. A client's own
 * node keeps its connection and relays its frames to the room's; a line there is <em>relayed</em>, and is handed back when the
 * room moves on.
 */
abstract class MovingLine extends HeldLine implements Relay.End {

    private static final long RETURN_MILLIS = 2_000;

    private final Connection connection;
    private final RoomUrl url;
    private final Relays relays;
    private final AtomicBoolean following = new AtomicBoolean();
    /** The node that the room runs on where that is another; empty for this one. */
    private volatile String node = "";
    /** Completes when the line is back from its relay, for another version to go on with; null otherwise. */
    private volatile @Nullable CompletableFuture<Void> returning;

    MovingLine(
            Connection connection,
            RoomUrl url,
            MessageFrames messages,
            Breaches breaches,
            Tally tally,
            Set<HeldLine> held,
            Relays relays) {
        super(connection, url, messages, breaches, tally, held);
        this.connection = connection;
        this.url = url;
        this.relays = relays;
    }

    /** Whether its room runs on another node. */
    final boolean away() {
        return !node.isEmpty();
    }

    // ---- another node

    @Override
    public void moved(String nodeId) {
        if (!url.relayed()) {
            holdRelay();
            node = nodeId;
            goOn();
        } else if (joined()) {
            holdRelay();
            node = nodeId;
            connection.send(new byte[] {Relay.LEAVING}, 0, 1);
            connection.flush();
        } else {
            forgetHeld();
            refused(RefusedException.EXPIRED, "seat reservation expired.");
        }
    }

    /** To wherever the room is. */
    private void goOn() {
        Rooms here = relays.rooms();
        if (here != null) {
            comeBack(here);
        } else if (!relays.isHere(node)) {
            follow();
        }
    }

    @Override
    void comeBack(Rooms rooms) {
        if (url.relayed() && away()) {
            // It is about to be handed back.
            return;
        }
        if (!away() || rooms.processId().equals(node)) {
            node = "";
            super.comeBack(rooms);
        } else {
            follow();
        }
    }

    private void follow() {
        if (!following.compareAndSet(false, true)) {
            return;
        }
        Relay relay = relays.relay(connection, this);
        relays.open(relay, connection.opening(), url, node, joined() ? standing() : null)
                .whenComplete((opened, failure) -> {
                    following.set(false);
                    if (failure != null) {
                        broken(String.valueOf(failure.getMessage()));
                    } else if (returning != null || held() == null) {
                        relay.out().abort();
                    } else {
                        relay(relay);
                    }
                });
    }

    @Override
    public void leaving() {
        Relay far = holdRelay();
        if (far != null) {
            far.out().park();
        }
    }

    @Override
    public void parked(Payload line) {
        String next = node(line);
        synchronized (turn) {
            Hold later = held();
            String before = node;
            resume(line);
            node = next.isEmpty() ? before : next;
            if (later != null) {
                later.frames().forEach(this::deliver);
                if (later.closeCode() != 0) {
                    closed(later.closeCode());
                }
            }
        }
        CompletableFuture<Void> awaited = returning;
        if (awaited == null) {
            goOn();
        } else {
            awaited.complete(null);
        }
    }

    @Override
    public void broken(String why) {
        forgetHeld();
        CompletableFuture<Void> awaited = returning;
        if (awaited != null) {
            awaited.completeExceptionally(new IllegalStateException(why));
        }
        connection.close(CloseCode.MAY_TRY_RECONNECT, "the room's node is not reached; come back");
    }

    /** The other node wants the line back, after all that it has sent before. */
    private void handBack() {
        Payload line = handOver();
        forgetHeld();
        end();
        if (line != null) {
            byte[] bytes = line.bytes();
            byte[] frame = new byte[bytes.length + 1];
            frame[0] = Relay.PARCEL;
            System.arraycopy(bytes, 0, frame, 1, bytes.length);
            connection.send(frame, 0, frame.length);
        }
        connection.close(CloseCode.NORMAL, "");
    }

    @Override
    public void text(String text) {
        if (url.relayed() && text.equals(Relay.PARK)) {
            handBack();
        } else {
            breach(Rule.TEXT, SeatLine.NO_TEXT);
        }
    }

    // ---- another version

    /** Has the line back from its relay; what the client sends meanwhile is kept. Completes when it is. */
    final CompletableFuture<Void> comeHome() {
        if (!away() || url.relayed()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> home = new CompletableFuture<>();
        returning = home;
        Relay far = holdRelay();
        if (far == null) {
            home.complete(null);
        } else {
            far.out().park();
        }
        return home.orTimeout(RETURN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How far it has come. */
    private Payload standing() {
        InputLane taking = lane();
        return Payload.map(
                "joined", joined(), "acknowledged", acknowledged(), "lane", taking == null ? null : taking.park());
    }

    /** The protocol is spoken by another version from now on; nothing is left to do here. Its state as data, or null. */
    @Nullable
    Payload handOver() {
        SeatInput to;
        synchronized (turn) {
            to = input();
        }
        if (to != null && !ended()) {
            // The room lets go of this link; what it has for the client waits for the next.
            to.parked();
        }
        Relay far = holdRelay();
        CompletableFuture<Void> awaited = returning;
        if (far != null) {
            far.out().abort();
        }
        if (far != null || (awaited != null && (!awaited.isDone() || awaited.isCompletedExceptionally()))) {
            return null;
        }
        synchronized (turn) {
            Hold waiting = held();
            return waiting == null || ended() || broken()
                    ? null
                    : standing()
                            .with("connection", connection.id())
                            .with("closed", waiting.closeCode())
                            .with("frames", waiting.frames())
                            .with("node", node);
        }
    }

    /** Goes on where an earlier version's line stood; held until the rooms answer. */
    void takeOver(Payload before) {
        returning = null;
        resume(before);
        node = node(before);
    }

    /** The node that the room of such a line runs on where that is another; empty for the one it comes from. */
    private static String node(Payload line) {
        return line.field("node") instanceof String text ? text : "";
    }

    private void resume(Payload before) {
        parked();
        synchronized (turn) {
            goOn(before.flag("joined"), before.has("lane") ? InputLane.resume(Payload.of(before.field("lane"))) : null);
            acknowledged(before.flag("acknowledged"));
            Hold waiting = new Hold(System.nanoTime());
            if (before.has("frames")) {
                Payload.of(before.field("frames")).items().forEach(frame -> waiting.keep((byte[]) frame));
            }
            if (before.has("closed")) {
                waiting.closed((int) before.whole("closed", 0, 65_535));
            }
            hold(waiting);
        }
    }
}
