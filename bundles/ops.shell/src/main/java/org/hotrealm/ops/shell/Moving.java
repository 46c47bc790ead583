package org.hotrealm.ops.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.RoomListing;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms.Moved;

/** The command {@code move}: rooms go to other nodes, one after the other. */
final class Moving implements Commands.Command {

    /** In the place of a room's id: every room of this node. */
    static final String ALL = "all";

    private static final Duration WITHIN = Duration.ofSeconds(5);
    /** What a room takes beside its standstill and the other node's answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Parts parts;

    Moving(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Answer run(List<String> arguments) {
        return run(arguments, step -> {});
    }

    @Override
    public Answer run(List<String> arguments, Consumer<String> progress) {
        List<String> words = Words.of(arguments, Set.of(), Set.of()).plain();
        if (words.isEmpty() || words.size() > 2) {
            throw new Words.NotUnderstood(
                    "write realm:move ROOM, realm:move ROOM NODE or realm:move all; realm:rooms and realm:nodes list them");
        }
        List<String> rooms = words.getFirst().equals(ALL)
                ? parts.rooms().list().stream().map(RoomInfo::id).toList()
                : List.of(words.getFirst());
        Table table = new Table("room", "node", "clients", "stood still ms", "outcome");
        boolean ok = true;
        for (String room : rooms) {
            ok &= move(room, words.size() == 2 ? words.getLast() : "", table);
            progress.accept(Deeds.STILL_HERE);
        }
        Answer answer = Answer.of(table);
        return rooms.isEmpty()
                ? new Answer(true, "no room runs on this node", List.of())
                : new Answer(ok, answer.text(), answer.data());
    }

    private boolean move(String room, String wanted, Table table) {
        String node = wanted;
        try {
            node = wanted.isEmpty() ? emptiest() : wanted;
            Moved moved = Waiting.await(parts.rooms().move(room, node, WITHIN), PATIENCE);
            table.row(room, node, moved.clients(), TimeUnit.NANOSECONDS.toMillis(moved.frozenNanos()), "moved");
            return true;
        } catch (CompletionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            table.row(room, node, "", "", "stays: " + why.getMessage());
            return false;
        }
    }

    /** The other node with the fewest rooms that takes some. */
    private String emptiest() {
        String here = parts.rooms().processId();
        return nodes(parts.cluster()).stream()
                .filter(node -> !node.draining() && !node.id().equals(here))
                .min(Comparator.comparingInt(NodeInfo::rooms).thenComparing(NodeInfo::id))
                .map(NodeInfo::id)
                .orElseThrow(() ->
                        new Words.NotUnderstood("no other node takes rooms; realm:nodes shows what is in the cluster"));
    }

    /** The nodes alive, with the rooms and clients that the directory lists for each. */
    static List<NodeInfo> nodes(Cluster cluster) {
        List<NodeInfo> nodes = new ArrayList<>(Waiting.await(cluster.nodes(), Waiting.SOON));
        Map<String, List<RoomListing>> rooms = Waiting.await(cluster.rooms().all(), Waiting.SOON).stream()
                .collect(Collectors.groupingBy(RoomListing::nodeId));
        nodes.replaceAll(node -> {
            List<RoomListing> its = rooms.getOrDefault(node.id(), List.of());
            int clients = its.stream().mapToInt(RoomListing::clients).sum();
            return new NodeInfo(node.id(), node.address(), its.size(), clients, node.draining());
        });
        return nodes;
    }
}
