package org.hotrealm.net.colyseus;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.cluster.api.RemoteFailure;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways from node to node for clients whose room runs on another one. A node asks the room's node, over the cluster, for a
 * ticket, which opens one WebSocket within seconds; nobody outside the cluster gets one. Any thread.
 */
final class Relays {

    /** The query's name for the ticket. */
    static final String TICKET = "relay";
    /** The cluster's call for one: session, room, and whether the client's seat is taken. */
    private static final String OPEN = "net.relay";

    private static final Logger LOG = LoggerFactory.getLogger(Relays.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TICKET_BYTES = 18;

    private final RoomsSource rooms;
    private final Tally tally;
    private final OwnAddress address;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private volatile @Nullable Cluster cluster;
    private volatile String processId = "";
    private @Nullable Registration served;
    private boolean serving;
    private @Nullable HttpClient http;

    /**
     * Opens one relayed connection.
     *
     * @param resume whether the client has its seat, and how far it has come follows as the first frame
     */
    record Ticket(String session, String room, boolean resume, long until) {}

    Relays(RoomsSource rooms, Tally tally, OwnAddress address) {
        this.rooms = rooms;
        this.tally = tally;
        this.address = address;
    }

    // ---- who is there

    @Nullable
    Rooms rooms() {
        return rooms.get();
    }

    /** Whether this is the node of that id, as far as is known. */
    boolean isHere(String node) {
        return processId.equals(node);
    }

    /** Rooms are here, or others in their place: they tell which node this is. */
    synchronized void entered(Rooms here) {
        processId = here.processId();
        serve();
    }

    synchronized void joined(Cluster now) {
        cluster = now;
        serve();
    }

    synchronized void left(Cluster gone) {
        if (cluster == gone) {
            cluster = null;
            serve();
        }
    }

    /** Gives tickets from now on, or no more. */
    synchronized void serve(boolean now) {
        serving = now;
        serve();
    }

    private void serve() {
        Registration before = served;
        if (before != null) {
            before.close();
            served = null;
        }
        Cluster now = cluster;
        if (serving && now != null && !processId.isEmpty()) {
            served = now.serve(processId, OPEN, this::ticket);
        }
    }

    // ---- the room's node

    private CompletionStage<byte[]> ticket(byte[] request) {
        Payload asked = Payload.ofBytes(request);
        String at = address.url();
        if (at == null) {
            throw new RemoteFailure(RefusedException.UNAVAILABLE, "its port for players is not open");
        }
        byte[] bytes = new byte[TICKET_BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long until = System.nanoTime() + 2 * PATIENCE.toNanos();
        tickets.put(
                ticket,
                new Ticket(
                        String.valueOf(asked.field("session")),
                        String.valueOf(asked.field("room")),
                        asked.flag("resume"),
                        until));
        return CompletableFuture.completedFuture(
                Payload.map("url", at, "ticket", ticket).bytes());
    }

    /** What the ticket opens; null where it is not good for that. Good once. */
    @Nullable
    Ticket redeem(@Nullable String ticket, RoomUrl url) {
        Ticket known = ticket == null ? null : tickets.remove(ticket);
        boolean good = known != null
                && known.until - System.nanoTime() > 0
                && known.session.equals(url.sessionId())
                && known.room.equals(url.roomId());
        return good ? known : null;
    }

    /** To be called about once a second. */
    void check(long nowNanos) {
        tickets.values().removeIf(each -> each.until - nowNanos < 0);
    }

    // ---- the client's node

    Relay relay(Connection client, Relay.End end) {
        return new Relay(client, tally, end);
    }

    /**
     * Opens the way to another node.
     *
     * @param standing how far the client has come; null for one that has no seat yet
     */
    CompletableFuture<WebSocket> open(
            Relay relay, HttpCall opening, RoomUrl url, String node, @Nullable Payload standing) {
        Cluster by = cluster;
        if (by == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("this node has no cluster"));
        }
        Payload request = Payload.map("session", url.sessionId(), "room", url.roomId(), "resume", standing != null);
        return by.call(node, OPEN, request.bytes(), PATIENCE)
                .toCompletableFuture()
                .thenCompose(answer -> connect(relay, opening, Payload.ofBytes(answer)))
                .whenComplete((socket, failure) -> {
                    if (failure != null) {
                        LOG.warn(
                                "Client {} cannot be served from node '{}': {}",
                                url.sessionId(),
                                node,
                                failure.toString());
                    } else if (standing != null) {
                        relay.out().frame(standing.bytes());
                    }
                });
    }

    private CompletableFuture<WebSocket> connect(Relay relay, HttpCall opening, Payload answer) {
        URI target = opening.target();
        String query = target.getRawQuery();
        URI there = URI.create("%s%s?%s&%s=%s"
                .formatted(
                        answer.field("url"),
                        target.getRawPath(),
                        query == null ? "" : query,
                        TICKET,
                        answer.field("ticket")));
        return http().newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .header("X-Forwarded-For", opening.address())
                .buildAsync(there, relay);
    }

    private synchronized HttpClient http() {
        HttpClient known = http;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .executor(Executors.newThreadPerTaskExecutor(
                            Thread.ofVirtual().name("relay-", 0).factory()))
                    .build();
            http = known;
        }
        return known;
    }

    /** Ends all relays, and lets go of the cluster. */
    synchronized void close() {
        serving = false;
        serve();
        HttpClient known = http;
        if (known != null) {
            known.shutdownNow();
            try {
                known.awaitTermination(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            http = null;
        }
    }
}
