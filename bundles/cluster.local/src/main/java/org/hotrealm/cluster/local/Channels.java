package org.hotrealm.cluster.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hotrealm.cluster.api.Registration;

/** Publish and subscribe within the process. Order is per channel and listener. */
final class Channels {

    private final Map<String, List<Mailbox>> listeners = new ConcurrentHashMap<>();

    Registration subscribe(String channel, Consumer<String> listener) {
        Mailbox mailbox = new Mailbox(channel, listener);
        listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(mailbox);
        return () -> {
            mailbox.close();
            listeners.computeIfPresent(channel, (name, all) -> {
                all.remove(mailbox);
                return all.isEmpty() ? null : all;
            });
        };
    }

    void publish(String channel, String message) {
        listeners.computeIfPresent(channel, (name, all) -> {
            all.forEach(mailbox -> mailbox.offer(message));
            return all;
        });
    }
}
