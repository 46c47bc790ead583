package org.hotrealm.cluster.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Hides whether Redis is one server or many. */
sealed interface Backend {

    /** Keys are text, values are bytes. */
    RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    /** Two open connections; they reconnect by themselves from then on. */
    record Session(
            StatefulConnection<String, byte[]> connection,
            RedisClusterAsyncCommands<String, byte[]> commands,
            StatefulRedisPubSubConnection<String, byte[]> subscriber) {}

    /** Tries to connect once. */
    CompletionStage<Session> connect();

    /** Tells this of every command. */
    void tell(CommandListener listener);

    /** Frees threads and connections, within the time given. */
    CompletionStage<Void> close(Duration within);

    static Backend of(RedisAddress address, Settings settings) {
        ClientResources resources = ClientResources.builder()
                .reconnectDelay(
                        Delay.fullJitter(Duration.ofMillis(20), Duration.ofSeconds(2), 20, TimeUnit.MILLISECONDS))
                .build();
        return switch (address) {
            case RedisAddress.Single single -> new Single(single, settings, resources);
            case RedisAddress.Sharded sharded -> new Sharded(sharded, settings, resources);
        };
    }

    private static <B extends ClientOptions.Builder> B limits(B options, Settings settings) {
        options.autoReconnect(true)
                .requestQueueSize(settings.queueMax())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.commandTimeout())
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(settings.commandTimeout()));
        return options;
    }

    private static CompletionStage<Void> free(
            CompletionStage<Void> client, ClientResources resources, Duration within) {
        CompletableFuture<Void> freed = new CompletableFuture<>();
        client.whenComplete((done, failure) -> resources
                .shutdown(0, within.toMillis(), TimeUnit.MILLISECONDS)
                .addListener(future -> freed.complete(null)));
        return freed;
    }

    /** One server, or sentinels. */
    final class Single implements Backend {
        private final RedisAddress.Single address;
        private final ClientResources resources;
        private final RedisClient client;

        private Single(RedisAddress.Single address, Settings settings, ClientResources resources) {
            this.address = address;
            this.resources = resources;
            client = RedisClient.create(resources);
            client.setOptions(limits(ClientOptions.builder(), settings).build());
        }

        @Override
        public CompletionStage<Session> connect() {
            return client.connectAsync(CODEC, address.uri())
                    .thenCompose(data -> client.connectPubSubAsync(CODEC, address.uri())
                            .thenApply(subscriber -> new Session(data, data.async(), subscriber))
                            .whenComplete((session, failure) -> closeOn(failure, data)));
        }

        @Override
        public void tell(CommandListener listener) {
            client.addListener(listener);
        }

        @Override
        public CompletionStage<Void> close(Duration within) {
            return free(client.shutdownAsync(0, within.toMillis(), TimeUnit.MILLISECONDS), resources, within);
        }
    }

    /** A Redis Cluster. */
    final class Sharded implements Backend {
        private final ClientResources resources;
        private final RedisClusterClient client;

        private Sharded(RedisAddress.Sharded address, Settings settings, ClientResources resources) {
            this.resources = resources;
            client = RedisClusterClient.create(resources, address.seeds());
            client.setOptions(limits(ClusterClientOptions.builder(), settings)
                    .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                            .enableAllAdaptiveRefreshTriggers()
                            .enablePeriodicRefresh(Duration.ofSeconds(30))
                            .build())
                    .build());
        }

        @Override
        public CompletionStage<Session> connect() {
            return client.connectAsync(CODEC)
                    .thenCompose(data -> client.connectPubSubAsync(CODEC)
                            .thenApply(subscriber -> new Session(data, data.async(), subscriber))
                            .whenComplete((session, failure) -> closeOn(failure, data)));
        }

        @Override
        public void tell(CommandListener listener) {
            client.addListener(listener);
        }

        @Override
        public CompletionStage<Void> close(Duration within) {
            return free(client.shutdownAsync(0, within.toMillis(), TimeUnit.MILLISECONDS), resources, within);
        }
    }

    private static void closeOn(
            @org.jspecify.annotations.Nullable Throwable failure, StatefulConnection<String, byte[]> connection) {
        if (failure != null) {
            connection.closeAsync();
        }
    }
}
