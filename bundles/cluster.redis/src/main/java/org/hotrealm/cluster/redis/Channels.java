package org.hotrealm.cluster.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.RedisPubSubListener;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hotrealm.cluster.api.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to which channel. Redis is told of a channel with its first listener and after its last; a subscription
 * made while Redis is away comes into force with the connection. The client library restores what Redis has confirmed; a
 * subscription that was on its way when the connection broke may be lost, so what is not confirmed is asked for again by
 * {@link #refresh}. Listeners are called on the client's thread: they only queue.
 */
final class Channels extends RedisPubSubAdapter<String, byte[]> implements RedisConnectionStateListener {

    private final Map<String, List<Consumer<byte[]>>> listeners = new HashMap<>();
    /** What Redis said it delivers, over the connection there is now. */
    private final Set<String> confirmed = new HashSet<>();

    private @Nullable StatefulRedisPubSubConnection<String, byte[]> connection;

    synchronized void connected(StatefulRedisPubSubConnection<String, byte[]> opened) {
        if (connection == opened) {
            return;
        }
        connection = opened;
        confirmed.clear();
        opened.addListener((RedisPubSubListener<String, byte[]>) this);
        opened.addListener((RedisConnectionStateListener) this);
        refresh();
    }

    /** Subscribes again to what somebody listens to and Redis has not confirmed; saying it twice does no harm. */
    synchronized void refresh() {
        if (connection == null) {
            return;
        }
        String[] missing = listeners.keySet().stream()
                .filter(channel -> !confirmed.contains(channel))
                .toArray(String[]::new);
        if (missing.length > 0) {
            connection.async().subscribe(missing);
        }
    }

    @Override
    public synchronized void subscribed(String channel, long count) {
        confirmed.add(channel);
    }

    @Override
    public synchronized void unsubscribed(String channel, long count) {
        confirmed.remove(channel);
    }

    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> handler, SocketAddress address) {
        refresh();
    }

    @Override
    public synchronized void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
        confirmed.clear();
    }

    synchronized Registration subscribe(String channel, Consumer<byte[]> listener) {
        List<Consumer<byte[]>> all = listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>());
        all.add(listener);
        if (connection != null && all.size() == 1) {
            connection.async().subscribe(channel);
        }
        return () -> unsubscribe(channel, listener);
    }

    private synchronized void unsubscribe(String channel, Consumer<byte[]> listener) {
        List<Consumer<byte[]>> all = listeners.get(channel);
        if (all == null || !all.remove(listener) || !all.isEmpty()) {
            return;
        }
        listeners.remove(channel);
        if (connection != null) {
            connection.async().unsubscribe(channel);
        }
    }

    @Override
    public void message(String channel, byte[] message) {
        List<Consumer<byte[]>> all;
        synchronized (this) {
            all = listeners.getOrDefault(channel, List.of());
        }
        all.forEach(listener -> listener.accept(message));
    }
}
