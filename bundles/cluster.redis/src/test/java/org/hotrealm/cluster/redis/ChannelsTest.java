package org.hotrealm.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.pubsub.api.async.RedisPubSubAsyncCommands;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.cluster.api.Registration;
import org.junit.jupiter.api.Test;

/** What Redis has not confirmed is asked for until it is; the connection here notes what it is asked. */
class ChannelsTest {

    private final List<String> asked = new ArrayList<>();
    private final Channels channels = new Channels();

    @Test
    void subscriptionLostWithItsConnectionIsAskedForAgain() {
        channels.subscribe("news", bytes -> {});
        channels.connected(connection());
        channels.refresh();
        assertThat(asked).containsExactly("news", "news");
    }

    @Test
    void confirmedSubscriptionIsNotAskedForAgain() {
        channels.connected(connection());
        channels.subscribe("news", bytes -> {});
        channels.subscribed("news", 1);
        channels.refresh();
        assertThat(asked).containsExactly("news");
    }

    @Test
    void whatWasConfirmedBeforeADisconnectIsAskedForAfterIt() {
        channels.connected(connection());
        channels.subscribe("news", bytes -> {});
        channels.subscribed("news", 1);
        channels.onRedisDisconnected(null);
        channels.refresh();
        assertThat(asked).containsExactly("news", "news");
    }

    @Test
    void channelWithoutListenersIsLeftAlone() {
        channels.connected(connection());
        Registration listening = channels.subscribe("news", bytes -> {});
        listening.close();
        channels.unsubscribed("news", 0);
        channels.refresh();
        assertThat(asked).containsExactly("news", "-news");
    }

    @SuppressWarnings("unchecked")
    private StatefulRedisPubSubConnection<String, byte[]> connection() {
        RedisPubSubAsyncCommands<String, byte[]> commands = proxy(RedisPubSubAsyncCommands.class, (method, args) -> {
            String sign = method.equals("unsubscribe") ? "-" : "";
            for (Object channel : (Object[]) args[0]) {
                asked.add(sign + channel);
            }
            return null;
        });
        return proxy(StatefulRedisPubSubConnection.class, (method, args) -> method.equals("async") ? commands : null);
    }

    private interface Deed {
        Object run(String method, Object[] args);
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<?> type, Deed deed) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> deed.run(method.getName(), args));
    }
}
