package org.hotrealm.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every provider of {@link Presence} does: keys, counters, sets, hashes, messages. */
abstract class PresenceContract extends ClusterScene {

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

    private static Registration listen(Cluster cluster, BlockingQueue<String> heard) throws Exception {
        Registration registration = cluster.presence().subscribe("news", heard::add);
        probe(cluster, cluster);
        return registration;
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
}
