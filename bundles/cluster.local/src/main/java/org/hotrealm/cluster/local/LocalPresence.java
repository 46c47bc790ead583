package org.hotrealm.cluster.local;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.hotrealm.cluster.api.Presence;
import org.hotrealm.cluster.api.Registration;

/** Presence in memory. A failure of an operation is the stage's, as it is with a real store. */
final class LocalPresence implements Presence {

    private final Store store;
    private final Channels channels = new Channels();

    LocalPresence(LongSupplier nanos) {
        store = new Store(nanos);
    }

    @Override
    public Registration subscribe(String channel, Consumer<String> listener) {
        return channels.subscribe(channel, listener);
    }

    @Override
    public CompletionStage<Void> publish(String channel, String message) {
        channels.publish(channel, message);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> set(String key, String value) {
        return done(() -> store.set(key, value));
    }

    @Override
    public CompletionStage<Void> set(String key, String value, Duration expiry) {
        return done(() -> store.set(key, value, expiry));
    }

    @Override
    public CompletionStage<Boolean> claim(String key, String value, Duration expiry) {
        return stage(() -> store.claim(key, value, expiry));
    }

    @Override
    public CompletionStage<Boolean> release(String key, String value) {
        return stage(() -> store.release(key, value));
    }

    @Override
    public CompletionStage<Optional<String>> get(String key) {
        return stage(() -> store.get(key));
    }

    @Override
    public CompletionStage<Boolean> delete(String key) {
        return stage(() -> store.delete(key));
    }

    @Override
    public CompletionStage<Long> increment(String key, long by) {
        return stage(() -> store.increment(key, by));
    }

    @Override
    public CompletionStage<Boolean> add(String set, String member) {
        return stage(() -> store.add(set, member));
    }

    @Override
    public CompletionStage<Boolean> remove(String set, String member) {
        return stage(() -> store.remove(set, member));
    }

    @Override
    public CompletionStage<Set<String>> members(String set) {
        return stage(() -> store.members(set));
    }

    @Override
    public CompletionStage<Void> put(String hash, String field, String value) {
        return done(() -> store.put(hash, field, value));
    }

    @Override
    public CompletionStage<Optional<String>> get(String hash, String field) {
        return stage(() -> store.field(hash, field));
    }

    @Override
    public CompletionStage<Map<String, String>> fields(String hash) {
        return stage(() -> store.fields(hash));
    }

    @Override
    public CompletionStage<Boolean> delete(String hash, String field) {
        return stage(() -> store.deleteField(hash, field));
    }

    private static CompletionStage<Void> done(Runnable work) {
        return stage(() -> {
            work.run();
            return null;
        });
    }

    private static <T> CompletionStage<T> stage(Supplier<T> work) {
        try {
            return CompletableFuture.completedStage(work.get());
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
