package org.hotrealm.cluster.redis;

import static org.hotrealm.cluster.redis.Keys.text;
import static org.hotrealm.cluster.redis.Keys.utf8;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hotrealm.cluster.api.Presence;
import org.hotrealm.cluster.api.Registration;

/** Presence as keys and channels of Redis. */
final class RedisPresence implements Presence {

    private static final String RELEASE =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

    private final Redis redis;
    private final Channels channels;
    private final Keys keys;

    RedisPresence(Redis redis, Channels channels, Keys keys) {
        this.redis = redis;
        this.channels = channels;
        this.keys = keys;
    }

    @Override
    public Registration subscribe(String channel, Consumer<String> listener) {
        Mailbox mailbox = new Mailbox(channel, listener);
        Registration registration = channels.subscribe(keys.channel(channel), bytes -> mailbox.offer(text(bytes)));
        return () -> {
            mailbox.close();
            registration.close();
        };
    }

    @Override
    public CompletionStage<Void> publish(String channel, String message) {
        return redis.run(r -> r.publish(keys.channel(channel), utf8(message))).thenAccept(receivers -> {});
    }

    @Override
    public CompletionStage<Void> set(String key, String value) {
        return redis.run(r -> r.set(keys.presence(key), utf8(value))).thenAccept(ok -> {});
    }

    @Override
    public CompletionStage<Void> set(String key, String value, Duration expiry) {
        if (expiry.toMillis() < 1) {
            return CompletableFuture.failedStage(new IllegalArgumentException(
                    "expiry of '%s' is %s, it must be positive, a millisecond at least".formatted(key, expiry)));
        }
        return redis.run(r -> r.psetex(keys.presence(key), expiry.toMillis(), utf8(value)))
                .thenAccept(ok -> {});
    }

    @Override
    public CompletionStage<Boolean> claim(String key, String value, Duration expiry) {
        SetArgs ifAbsent = SetArgs.Builder.nx().px(Math.max(1, expiry.toMillis()));
        return redis.run(r -> r.set(keys.presence(key), utf8(value), ifAbsent)).thenApply("OK"::equals);
    }

    @Override
    public CompletionStage<Boolean> release(String key, String value) {
        String[] touched = {keys.presence(key)};
        return redis.<Long>run(r -> r.eval(RELEASE, ScriptOutputType.INTEGER, touched, utf8(value)))
                .thenApply(count -> count > 0);
    }

    @Override
    public CompletionStage<Optional<String>> get(String key) {
        return redis.run(r -> r.get(keys.presence(key))).thenApply(RedisPresence::optional);
    }

    @Override
    public CompletionStage<Boolean> delete(String key) {
        return redis.run(r -> r.del(keys.presence(key))).thenApply(count -> count > 0);
    }

    @Override
    public CompletionStage<Long> increment(String key, long by) {
        return redis.run(r -> r.incrby(keys.presence(key), by));
    }

    @Override
    public CompletionStage<Boolean> add(String set, String member) {
        return redis.run(r -> r.sadd(keys.presence(set), utf8(member))).thenApply(count -> count > 0);
    }

    @Override
    public CompletionStage<Boolean> remove(String set, String member) {
        return redis.run(r -> r.srem(keys.presence(set), utf8(member))).thenApply(count -> count > 0);
    }

    @Override
    public CompletionStage<Set<String>> members(String set) {
        return redis.run(r -> r.smembers(keys.presence(set)))
                .thenApply(all -> all.stream().map(Keys::text).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public CompletionStage<Void> put(String hash, String field, String value) {
        return redis.run(r -> r.hset(keys.presence(hash), field, utf8(value))).thenAccept(fresh -> {});
    }

    @Override
    public CompletionStage<Optional<String>> get(String hash, String field) {
        return redis.run(r -> r.hget(keys.presence(hash), field)).thenApply(RedisPresence::optional);
    }

    @Override
    public CompletionStage<Map<String, String>> fields(String hash) {
        return redis.run(r -> r.hgetall(keys.presence(hash)))
                .thenApply(all -> all.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> text(entry.getValue()))));
    }

    @Override
    public CompletionStage<Boolean> delete(String hash, String field) {
        return redis.run(r -> r.hdel(keys.presence(hash), field)).thenApply(count -> count > 0);
    }

    private static Optional<String> optional(byte @org.jspecify.annotations.Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(Keys::text);
    }
}
