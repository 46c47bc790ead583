package org.hotrealm.cluster.redis;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hotrealm.cluster.api.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to which channel. Redis is told of a channel with its first listener and after its last; a subscription
 * made while Redis is away comes into force with the connection. Listeners are called on the client's thread: they only
 * queue.
 */
final class Channels extends RedisPubSubAdapter<String, byte[]> {

    private final Map<String, List<Consumer<byte[]>>> listeners = new HashMap<>();
    private @Nullable StatefulRedisPubSubConnection<String, byte[]> connection;

    synchronized void connected(StatefulRedisPubSubConnection<String, byte[]> opened) {
        if (connection == opened) {
            return;
        }
        connection = opened;
        opened.addListener(this);
        Set<String> all = listeners.keySet();
        if (!all.isEmpty()) {
            opened.async().subscribe(all.toArray(String[]::new));
        }
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
