package org.hotrealm.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every provider of {@link Cluster} does. A provider's test extends it and gives two nodes' views of one cluster,
 * which may be the same object.
 */
public abstract class ClusterContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The cluster as one node sees it. */
    protected Cluster one;
    /** The cluster as another node sees it. */
    protected Cluster two;

    /** Joins an empty cluster, or gives the same object each time. */
    protected abstract Cluster join() throws Exception;

    @BeforeEach
    void twoNodes() throws Exception {
        one = join();
        two = join();
    }

    /** Waits for a stage. */
    protected static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits for a stage to fail and gives the reason. */
    protected static Throwable failureOf(CompletionStage<?> stage) {
        Throwable failure = catchThrowable(() ->
                stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join());
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

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
    void keyIsClaimedByOneNodeUntilItGivesItBack() throws Exception {
        assertThat(await(one.presence().claim("turn", "one", Duration.ofHours(1))))
                .isTrue();
        assertThat(await(two.presence().claim("turn", "two", Duration.ofHours(1))))
                .isFalse();
        assertThat(await(two.presence().release("turn", "two"))).isFalse();
        assertThat(await(one.presence().get("turn"))).contains("one");
        assertThat(await(one.presence().release("turn", "one"))).isTrue();
        assertThat(await(two.presence().claim("turn", "two", Duration.ofHours(1))))
                .isTrue();
    }

    @Test
    void claimGoesByItselfWhereItsNodeForgetsIt() throws Exception {
        assertThat(await(one.presence().claim("turn", "one", Duration.ofMillis(5))))
                .isTrue();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean mine = false;
        while (!mine && System.nanoTime() < deadline) {
            mine = await(two.presence().claim("turn", "two", Duration.ofHours(1)));
        }
        assertThat(mine).isTrue();
    }

    @Test
    void keyIsSeenByTheOtherNodeUntilDeleted() throws Exception {
        await(one.presence().set("k", "väl\nue"));
        assertThat(await(two.presence().get("k"))).contains("väl\nue");
        assertThat(await(two.presence().delete("k"))).isTrue();
        assertThat(await(one.presence().delete("k"))).isFalse();
        assertThat(await(one.presence().get("k"))).isEmpty();
    }

    @Test
    void keyWithAnExpiryGoesByItself() throws Exception {
        await(one.presence().set("short", "1", Duration.ofMillis(5)));
        await(one.presence().set("long", "1", Duration.ofHours(1)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (await(two.presence().get("short")).isPresent() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(await(two.presence().get("short"))).isEmpty();
        assertThat(await(two.presence().get("long"))).isPresent();
    }

    @Test
    void expiryThatIsNotPositiveIsRefused() {
        assertThat(failureOf(one.presence().set("k", "v", Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
    }

    @Test
    void counterAddsUpOverNodes() throws Exception {
        assertThat(await(one.presence().increment("n", 5))).isEqualTo(5);
        assertThat(await(two.presence().increment("n", -2))).isEqualTo(3);
        assertThat(await(one.presence().get("n"))).contains("3");
    }

    @Test
    void countingWhatIsNoNumberFailsAndChangesNothing() throws Exception {
        await(one.presence().set("k", "many"));
        assertThat(failureOf(one.presence().increment("k", 1))).isNotNull();
        assertThat(await(one.presence().get("k"))).contains("many");
    }

    @Test
    void setHoldsEachMemberOnce() throws Exception {
        assertThat(await(one.presence().add("s", "a"))).isTrue();
        assertThat(await(two.presence().add("s", "a"))).isFalse();
        assertThat(await(two.presence().add("s", "b"))).isTrue();
        assertThat(await(one.presence().members("s"))).containsExactlyInAnyOrder("a", "b");
        assertThat(await(one.presence().remove("s", "a"))).isTrue();
        assertThat(await(one.presence().remove("s", "a"))).isFalse();
        assertThat(await(two.presence().members("s"))).containsExactly("b");
    }

    @Test
    void hashHoldsFields() throws Exception {
        await(one.presence().put("h", "a", "1"));
        await(two.presence().put("h", "b", "2"));
        assertThat(await(one.presence().fields("h"))).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(await(two.presence().get("h", "a"))).contains("1");
        assertThat(await(two.presence().delete("h", "a"))).isTrue();
        assertThat(await(two.presence().delete("h", "a"))).isFalse();
        assertThat(await(one.presence().get("h", "a"))).isEmpty();
        assertThat(await(one.presence().fields("none"))).isEmpty();
    }

    @Test
    void keyUsedAsWhatItIsNotFails() throws Exception {
        await(one.presence().add("s", "a"));
        assertThat(failureOf(one.presence().get("s"))).isNotNull();
        assertThat(failureOf(one.presence().put("s", "f", "v"))).isNotNull();
        assertThat(await(one.presence().delete("s"))).isTrue();
        assertThat(await(one.presence().members("s"))).isEmpty();
    }

    @Test
    void listenersOnBothNodesHearMessagesInOrder() throws Exception {
        BlockingQueue<String> here = new LinkedBlockingQueue<>();
        BlockingQueue<String> there = new LinkedBlockingQueue<>();
        try (Registration a = listen(one, here);
                Registration b = listen(two, there)) {
            List<String> sent = IntStream.range(0, 200).mapToObj(i -> "m" + i).toList();
            for (String message : sent) {
                one.presence().publish("news", message);
            }
            assertThat(take(here, 200)).isEqualTo(sent);
            assertThat(take(there, 200)).isEqualTo(sent);
        }
    }

    @Test
    void closedListenerHearsNothingAndOthersStill() throws Exception {
        BlockingQueue<String> closed = new LinkedBlockingQueue<>();
        BlockingQueue<String> open = new LinkedBlockingQueue<>();
        Registration gone = listen(two, closed);
        try (Registration stays = listen(two, open)) {
            gone.close();
            gone.close();
            await(one.presence().publish("news", "late"));
            assertThat(take(open, 1)).containsExactly("late");
            assertThat(closed).isEmpty();
        }
    }

    @Test
    void listenerThatThrowsStaysSubscribed() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Registration r = two.presence().subscribe("news", message -> {
            heard.add(message);
            throw new IllegalStateException("a listener's own bug");
        })) {
            probe(one, two);
            one.presence().publish("news", "a");
            one.presence().publish("news", "b");
            assertThat(take(heard, 2)).containsExactly("a", "b");
        }
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

    private static Registration listen(Cluster cluster, BlockingQueue<String> heard) throws Exception {
        Registration registration = cluster.presence().subscribe("news", heard::add);
        probe(cluster, cluster);
        return registration;
    }

    /** Waits until a subscription made now is in force: those made before on the same node then are, too. */
    private static void probe(Cluster from, Cluster to) throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Registration r = to.presence().subscribe("probe", heard::add)) {
            awaitUntil(() -> {
                await(from.presence().publish("probe", "?"));
                return heard.poll(50, TimeUnit.MILLISECONDS) != null;
            });
        }
    }

    private static List<String> take(BlockingQueue<String> heard, int count) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            String message = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                return taken;
            }
            taken.add(message);
        }
        return taken;
    }

    /** Repeats a question until the answer is yes, and fails where it stays no. */
    protected static void awaitUntil(java.util.concurrent.Callable<Boolean> question) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!question.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not so within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
