package org.hotrealm.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.ClusterContract;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.Registration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cluster over a real Redis keeps the contract, and outlives its Redis. */
class RedisClusterTest extends ClusterContract {

    private static RedisServer server;
    private static int prefixes;

    private final Settings settings =
            new Settings("test" + prefixes++, Duration.ofMillis(800), Duration.ofSeconds(2), 1000, 100);
    private final List<RedisCluster> opened = new ArrayList<>();

    @BeforeAll
    static void startRedis() throws Exception {
        server = RedisServer.start();
    }

    @AfterAll
    static void stopRedis() throws Exception {
        server.close();
    }

    @Override
    protected Cluster join() {
        RedisCluster cluster = new RedisCluster(RedisAddress.parse(server.url()), settings);
        opened.add(cluster);
        return cluster;
    }

    @AfterEach
    void closeAll() {
        opened.forEach(RedisCluster::close);
    }

    private RedisCluster joinAt(String url) {
        RedisCluster cluster = new RedisCluster(RedisAddress.parse(url), settings);
        opened.add(cluster);
        return cluster;
    }

    @Test
    void isDistributedAndHealthyOnceConnected() throws Exception {
        assertThat(one.distributed()).isTrue();
        awaitUntil(one::healthy);
    }

    @Test
    void realmsWithDifferentPrefixesDoNotSeeEachOther() throws Exception {
        Settings others = new Settings("other", Duration.ofSeconds(1), Duration.ofSeconds(2), 50, 100);
        try (RedisCluster stranger = new RedisCluster(RedisAddress.parse(server.url()), others);
                Registration node = one.announce(new NodeInfo("node-a", "", 0, 0, false))) {
            await(one.presence().set("k", "mine"));
            await(one.rooms().put(room("r", "realm", "node-a", 1)));
            assertThat(await(stranger.presence().get("k"))).isEmpty();
            assertThat(await(stranger.rooms().all())).isEmpty();
            assertThat(await(stranger.nodes())).isEmpty();
        }
    }

    @Test
    void roomsOfADeadNodeAreNotFoundAndSweptByAnother() throws Exception {
        Keys keys = new Keys(settings.keyPrefix());
        Redis raw = new Redis(Backend.of(RedisAddress.parse(server.url()), settings), settings, session -> {});
        raw.open(() -> {});
        try {
            Json json = new Json();
            byte[] listing = json.bytes(room("ghost", "realm", "dead-node", 1));
            await(raw.run(r -> r.hset(keys.roomsNamed("realm"), "ghost", listing)));
            await(raw.run(r -> r.hset(keys.rooms(), "ghost", listing)));
            await(raw.run(r -> r.sadd(keys.nodes(), Keys.utf8("dead-node"))));
            assertThat(await(two.rooms().byId("ghost"))).isEmpty();
            assertThat(await(two.rooms().byName("realm"))).isEmpty();
            awaitUntil(() -> await(raw.run(r -> r.hlen(keys.rooms()))) == 0
                    && await(raw.run(r -> r.hlen(keys.roomsNamed("realm")))) == 0
                    && await(raw.run(r -> r.scard(keys.nodes()))) == 0);
        } finally {
            raw.close();
        }
    }

    @Test
    void nodeThatListsRoomsUnannouncedIsAliveButNotAmongNodes() throws Exception {
        await(one.rooms().put(room("r", "realm", "quiet", 1)));
        assertThat(await(two.rooms().byId("r"))).isPresent();
        assertThat(await(two.nodes())).isEmpty();
    }

    @Test
    void heartbeatKeepsANodeBeyondItsTimeToLive() throws Exception {
        one.announce(new NodeInfo("node-a", "", 0, 0, false));
        await(one.rooms().put(room("r", "realm", "node-a", 1)));
        long until = System.nanoTime() + settings.nodeTtl().multipliedBy(2).toNanos();
        while (System.nanoTime() < until) {
            assertThat(await(two.rooms().byId("r"))).isPresent();
        }
    }

    @Test
    void clusterMadeBeforeRedisBeginsByItself() throws Exception {
        int port = RedisServer.freePort();
        RedisCluster early = joinAt("redis://127.0.0.1:" + port);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        early.presence().subscribe("news", heard::add);
        early.announce(new NodeInfo("node-a", "", 0, 0, false));
        assertThat(early.healthy()).isFalse();
        assertThat(failureOf(early.presence().get("k"))).isNotNull();
        try (RedisServer late = RedisServer.startOn(port)) {
            awaitUntil(early::healthy);
            assertThat(await(early.nodes())).hasSize(1);
            awaitUntil(() -> {
                await(early.presence().publish("news", "hello"));
                return "hello".equals(heard.poll(50, TimeUnit.MILLISECONDS));
            });
        }
    }

    @Test
    void redisThatCameBackEmptyKnowsNodesAndRoomsAgain() throws Exception {
        try (RedisServer own = RedisServer.start()) {
            RedisCluster node = joinAt(own.url());
            RedisCluster other = joinAt(own.url());
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            other.presence().subscribe("news", heard::add);
            node.announce(new NodeInfo("node-a", "", 1, 0, false));
            await(node.rooms().put(room("stays", "realm", "node-a", 1)));
            await(node.rooms().put(room("leaves", "realm", "node-a", 2)));
            own.kill();
            awaitUntil(() -> !node.healthy());
            node.rooms().remove("leaves");
            node.rooms().put(room("new", "realm", "node-a", 3));
            own.run();
            awaitUntil(() -> node.healthy() && other.healthy());
            awaitUntil(() -> await(other.rooms().byName("realm")).stream()
                    .map(listing -> listing.roomId())
                    .toList()
                    .equals(List.of("stays", "new")));
            assertThat(await(other.nodes())).extracting(NodeInfo::id).containsExactly("node-a");
            awaitUntil(() -> {
                await(node.presence().publish("news", "again"));
                return "again".equals(heard.poll(50, TimeUnit.MILLISECONDS));
            });
        }
    }

    @Test
    void commandsBeyondTheQueueFailAtOnceWhileRedisIsAway() throws Exception {
        RedisCluster away = joinAt("redis://127.0.0.1:" + RedisServer.freePort());
        List<CompletableFuture<Void>> stages = Stream.generate(
                        () -> away.presence().set("k", "v"))
                .limit(1010)
                .map(stage -> stage.toCompletableFuture())
                .toList();
        assertThat(stages.stream().skip(1000)).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(failureOf(stages.getLast())).hasMessageContaining("wait already");
        assertThat(failureOf(stages.getFirst())).isNotNull();
    }

    @Test
    void replacedHandlerDoesNotAnswerBesideItsSuccessor() throws Exception {
        one.serve("node-b", "who", bytes -> CompletableFuture.completedStage(Keys.utf8("old")));
        one.serve("node-b", "who", bytes -> CompletableFuture.completedStage(Keys.utf8("new")));
        awaitUntil(() -> {
            var first = two.call("node-b", "who", new byte[0], Duration.ofSeconds(5));
            return first.handle((answer, failure) -> failure == null)
                    .toCompletableFuture()
                    .join();
        });
        for (int i = 0; i < 20; i++) {
            assertThat(Keys.text(await(two.call("node-b", "who", new byte[0], Duration.ofSeconds(5)))))
                    .isEqualTo("new");
        }
    }

    @Test
    void strangeBytesInTheDirectoryArePassedOver() throws Exception {
        Keys keys = new Keys(settings.keyPrefix());
        one.announce(new NodeInfo("node-a", "", 0, 0, false));
        await(one.rooms().put(room("good", "realm", "node-a", 1)));
        try (Redis raw = new Redis(Backend.of(RedisAddress.parse(server.url()), settings), settings, session -> {})) {
            raw.open(() -> {});
            await(raw.run(r -> r.hset(keys.roomsNamed("realm"), "bad", Keys.utf8("{\"roomId\":7"))));
            await(raw.run(r -> r.hset(keys.roomsNamed("realm"), "empty", Keys.utf8("{}"))));
            await(raw.run(r -> r.publish(keys.calls("node-a"), Keys.utf8("?"))));
        }
        assertThat(await(two.rooms().byName("realm")))
                .extracting(l -> l.roomId())
                .containsExactly("good");
    }

    @Test
    void closedClusterLeavesNoThreadAndNoEntry() throws Exception {
        RedisCluster leaving = joinAt(server.url());
        leaving.announce(new NodeInfo("leaver", "", 0, 0, false));
        awaitUntil(() -> !await(one.nodes()).isEmpty());
        leaving.close();
        assertThat(await(one.nodes())).isEmpty();
        assertThat(failureOf(leaving.presence().get("k"))).hasMessageContaining("closed");
        opened.forEach(RedisCluster::close);
        awaitUntil(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("lettuce-eventExecutor")
                        || thread.getName().startsWith("cluster-redis")));
    }
}
