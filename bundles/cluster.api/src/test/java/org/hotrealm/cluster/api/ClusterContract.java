package org.hotrealm.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * What every provider of {@link Cluster} does. A provider's test extends it and gives two nodes' views of one cluster,
 * which may be the same object.
 */
public abstract class ClusterContract extends PresenceContract {

    /** A room of a node. */
    protected static RoomListing room(String id, String name, String nodeId, long createdAt) {
        return new RoomListing(
                id,
                name,
                nodeId,
                "localhost:1",
                3,
                10,
                false,
                true,
                false,
                createdAt,
                Map.of("mode", "\"duel\""),
                Map.of("zone", "meadow", "ä", "\"ö\""));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void roomIsFoundByIdAndNameOnTheOtherNode() throws Exception {
        try (Registration node = one.announce(new NodeInfo("node-a", "localhost:1", 0, 0, false))) {
            RoomListing older = room("older", "realm", "node-a", 10);
            RoomListing newer = room("newer", "realm", "node-a", 20);
            await(one.rooms().put(newer));
            await(one.rooms().put(older));
            await(one.rooms().put(room("other", "lobby", "node-a", 5)));
            assertThat(await(two.rooms().byId("newer"))).contains(newer);
            assertThat(await(two.rooms().byName("realm"))).containsExactly(older, newer);
            assertThat(await(two.rooms().all())).hasSize(3);
            assertThat(await(two.rooms().byId("none"))).isEqualTo(Optional.empty());
            assertThat(await(two.rooms().byName("none"))).isEmpty();
        }
    }

    @Test
    void roomIsReplacedAndRemoved() throws Exception {
        try (Registration node = one.announce(new NodeInfo("node-a", "localhost:1", 0, 0, false))) {
            await(one.rooms().put(room("r", "realm", "node-a", 10)));
            RoomListing later =
                    new RoomListing("r", "realm", "node-a", "", 9, 10, true, false, true, 10, Map.of(), Map.of());
            await(one.rooms().put(later));
            assertThat(await(two.rooms().all())).containsExactly(later);
            await(one.rooms().remove("r"));
            assertThat(await(two.rooms().byId("r"))).isEmpty();
            assertThat(await(two.rooms().byName("realm"))).isEmpty();
        }
    }

    @Test
    void roomsOfANodeThatLeftAreNotFound() throws Exception {
        Registration node = one.announce(new NodeInfo("node-a", "localhost:1", 0, 0, false));
        await(one.rooms().put(room("r", "realm", "node-a", 10)));
        assertThat(await(two.rooms().byId("r"))).isPresent();
        node.close();
        awaitUntil(() -> await(two.rooms().byId("r")).isEmpty());
        assertThat(await(two.rooms().byName("realm"))).isEmpty();
        assertThat(await(two.rooms().all())).isEmpty();
    }

    @Test
    void nodesAreKnownUntilTheyLeave() throws Exception {
        NodeInfo first = new NodeInfo("node-a", "localhost:1", 0, 0, false);
        NodeInfo updated = new NodeInfo("node-a", "localhost:1", 2, 7, true);
        Registration outdated = one.announce(first);
        awaitUntil(() -> await(two.nodes()).equals(List.of(first)));
        Registration current = one.announce(updated);
        outdated.close();
        awaitUntil(() -> await(two.nodes()).equals(List.of(updated)));
        try (Registration other = two.announce(new NodeInfo("node-b", "localhost:2", 0, 0, false))) {
            awaitUntil(() -> await(one.nodes()).size() == 2);
        }
        current.close();
        awaitUntil(() -> await(one.nodes()).isEmpty());
    }

    @Test
    void callIsAnsweredByTheOtherNode() throws Exception {
        try (Registration r =
                two.serve("node-b", "echo", bytes -> CompletableFuture.completedStage(utf8("<" + text(bytes) + ">")))) {
            CompletionStage<byte[]> answer = callWhenServed("echo", utf8("häl\0lo"));
            assertThat(text(await(answer))).isEqualTo("<häl\0lo>");
        }
    }

    @Test
    void answersFindTheirCalls() throws Exception {
        try (Registration r = two.serve("node-b", "echo", CompletableFuture::completedStage)) {
            await(callWhenServed("echo", utf8("first")));
            List<CompletionStage<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(one.call("node-b", "echo", utf8("call " + i), PATIENCE));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(text(await(answers.get(i)))).isEqualTo("call " + i);
            }
        }
    }

    @Test
    void handlersOwnCodeAndWordsReachTheCaller() throws Exception {
        try (Registration refuses = two.serve("node-b", "refuse", bytes -> {
                    throw new RemoteFailure(522, "room \"x\" is full");
                });
                Registration fails = two.serve(
                        "node-b",
                        "fail",
                        bytes -> CompletableFuture.failedStage(new IllegalStateException("broken")))) {
            assertThat(failureOf(callWhenServed("refuse", new byte[0])))
                    .isInstanceOfSatisfying(RemoteFailure.class, failure -> {
                        assertThat(failure.code()).isEqualTo(522);
                        assertThat(failure).hasMessage("room \"x\" is full");
                    });
            assertThat(failureOf(callWhenServed("fail", new byte[0])))
                    .isInstanceOfSatisfying(RemoteFailure.class, failure -> {
                        assertThat(failure.code()).isZero();
                        assertThat(failure).hasMessageContaining("broken");
                    });
        }
    }

    @Test
    void callThatIsNotAnsweredTimesOut() throws Exception {
        try (Registration r = two.serve("node-b", "hang", bytes -> new CompletableFuture<>())) {
            probe(one, two);
            assertThat(failureOf(one.call("node-b", "hang", new byte[0], Duration.ofMillis(50))))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("node-b")
                    .hasMessageContaining("hang");
        }
    }

    @Test
    void callToNobodyFails() {
        assertThat(failureOf(one.call("nowhere", "echo", new byte[0], Duration.ofMillis(200))))
                .isInstanceOfAny(RemoteFailure.class, TimeoutException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void operationNobodyServesAnyMoreFails() throws Exception {
        Registration echo = two.serve("node-b", "echo", CompletableFuture::completedStage);
        await(callWhenServed("echo", new byte[0]));
        echo.close();
        assertThat(failureOf(one.call("node-b", "echo", new byte[0], Duration.ofMillis(200))))
                .isInstanceOfAny(RemoteFailure.class, TimeoutException.class);
    }

    /** Serving may take the network a moment to know, so the first call is repeated until it gets through. */
    private CompletionStage<byte[]> callWhenServed(String operation, byte[] request) throws Exception {
        probe(one, two);
        return one.call("node-b", operation, request, PATIENCE);
    }
}
