package org.hotrealm.ops.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.RoomDirectory;
import org.hotrealm.cluster.api.RoomListing;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.Rooms.Moved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovingTest {

    private final Parts parts = new Parts();
    private final Moving moving = new Moving(parts);
    private final List<RoomListing> listed = new ArrayList<>();
    private final List<NodeInfo> nodes = new ArrayList<>();

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.apply(method.getName(), arguments)));
    }

    @BeforeEach
    void cluster() {
        for (String id : List.of("here", "full", "free", "leaving")) {
            nodes.add(new NodeInfo(id, id + ":2567", 0, 0, id.equals("leaving")));
        }
        list("a", "here", 3);
        list("b", "here", 0);
        list("c", "full", 7);
        parts.rooms = proxy(Rooms.class, (method, arguments) -> switch (method) {
            case "processId" -> "here";
            case "list" ->
                listed.stream()
                        .filter(room -> room.nodeId().equals("here"))
                        .map(room -> new RoomInfo(
                                room.roomId(), "realm", 2, 50, false, 77, 50, 1, 0, 0, List.of(), List.of()))
                        .toList();
            case "move" -> move(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
            default -> throw new AssertionError(method);
        });
        RoomDirectory directory = proxy(
                RoomDirectory.class, (method, arguments) -> CompletableFuture.completedFuture(List.copyOf(listed)));
        parts.cluster = proxy(Cluster.class, (method, arguments) -> switch (method) {
            case "nodes" -> CompletableFuture.completedFuture(List.copyOf(nodes));
            case "rooms" -> directory;
            default -> throw new AssertionError(method);
        });
    }

    private void list(String room, String node, int clients) {
        listed.add(new RoomListing(
                room, "realm", node, node + ":2567", clients, 50, false, false, false, 1, Map.of(), Map.of()));
    }

    private CompletableFuture<Moved> move(String room, String node) {
        RoomListing before = listed.stream()
                .filter(each -> each.roomId().equals(room))
                .findFirst()
                .orElse(null);
        if (before == null || before.roomId().equals("b")) {
            return CompletableFuture.failedFuture(
                    new RefusedException(RefusedException.UNAVAILABLE, "it keeps a Thread"));
        }
        listed.remove(before);
        list(room, node, before.clients());
        return CompletableFuture.completedFuture(new Moved(room, node, before.clients(), 12_345_678));
    }

    @Test
    void roomGoesToTheNodeThatIsNamedOrToTheEmptiestThatTakesRooms() {
        assertThat(moving.run(List.of("a", "full")).text()).contains("a", "full", "12", "moved");
        assertThat(moving.run(List.of("c")).text()).contains("c", "free", "moved");
        assertThat(Moving.nodes(parts.cluster()))
                .filteredOn(node -> node.id().equals("free"))
                .singleElement()
                .extracting(NodeInfo::rooms, NodeInfo::clients)
                .containsExactly(1, 7);
    }

    @Test
    void allGoAndWhatStaysIsToldWithItsReason() {
        Answer answer = moving.run(List.of("all"));

        assertThat(answer.ok()).isFalse();
        assertThat(answer.text()).contains("a", "moved", "b", "stays: it keeps a Thread");
    }

    @Test
    void nodeThatIsAloneIsToldSo() {
        nodes.removeIf(node -> !node.id().equals("here"));

        assertThatThrownBy(() -> moving.run(List.of("a"))).hasMessageContaining("no other node takes rooms");
        assertThatThrownBy(() -> moving.run(List.of())).hasMessageContaining("write realm:move ROOM");
    }
}
