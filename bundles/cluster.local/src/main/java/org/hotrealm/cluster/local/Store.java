package org.hotrealm.cluster.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys with a text, a set or a hash each, as Redis has them: using a key as what it is not fails, an emptied set or hash
 * is gone. Every method holds the lock; all are short.
 */
final class Store {

    private static final int SWEEP_EVERY = 1024;

    private final LongSupplier nanos;
    private final Map<String, Value> values = new HashMap<>();
    private int writes;

    private sealed interface Value {}

    private record Text(String text, long expires, boolean forever) implements Value {}

    private record Members(Set<String> members) implements Value {}

    private record Fields(Map<String, String> fields) implements Value {}

    Store(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void set(String key, String value) {
        values.put(key, new Text(value, 0, true));
    }

    synchronized void set(String key, String value, Duration expiry) {
        if (expiry.isZero() || expiry.isNegative()) {
            throw new IllegalArgumentException("expiry of '%s' is %s, it must be positive".formatted(key, expiry));
        }
        values.put(key, new Text(value, nanos.getAsLong() + expiry.toNanos(), false));
        if (++writes % SWEEP_EVERY == 0) {
            values.values().removeIf(this::expired);
        }
    }

    synchronized boolean claim(String key, String value, Duration expiry) {
        if (find(key, Text.class) != null) {
            return false;
        }
        set(key, value, expiry);
        return true;
    }

    synchronized boolean release(String key, String value) {
        Text now = find(key, Text.class);
        return now != null && now.text().equals(value) && delete(key);
    }

    synchronized Optional<String> get(String key) {
        return Optional.ofNullable(find(key, Text.class)).map(Text::text);
    }

    synchronized boolean delete(String key) {
        Value removed = values.remove(key);
        return removed != null && !expired(removed);
    }

    synchronized long increment(String key, long by) {
        Text now = find(key, Text.class);
        long sum = Math.addExact(now == null ? 0 : number(key, now.text()), by);
        values.put(
                key,
                now == null
                        ? new Text(Long.toString(sum), 0, true)
                        : new Text(Long.toString(sum), now.expires(), now.forever()));
        return sum;
    }

    synchronized boolean add(String set, String member) {
        Members now = find(set, Members.class);
        if (now == null) {
            now = new Members(new HashSet<>());
            values.put(set, now);
        }
        return now.members().add(member);
    }

    synchronized boolean remove(String set, String member) {
        Members now = find(set, Members.class);
        boolean removed = now != null && now.members().remove(member);
        if (now != null && now.members().isEmpty()) {
            values.remove(set);
        }
        return removed;
    }

    synchronized Set<String> members(String set) {
        Members now = find(set, Members.class);
        return now == null ? Set.of() : Set.copyOf(now.members());
    }

    synchronized void put(String hash, String field, String value) {
        Fields now = find(hash, Fields.class);
        if (now == null) {
            now = new Fields(new HashMap<>());
            values.put(hash, now);
        }
        now.fields().put(field, value);
    }

    synchronized Optional<String> field(String hash, String field) {
        Fields now = find(hash, Fields.class);
        return now == null ? Optional.empty() : Optional.ofNullable(now.fields().get(field));
    }

    synchronized Map<String, String> fields(String hash) {
        Fields now = find(hash, Fields.class);
        return now == null ? Map.of() : Map.copyOf(now.fields());
    }

    synchronized boolean deleteField(String hash, String field) {
        Fields now = find(hash, Fields.class);
        boolean removed = now != null && now.fields().remove(field) != null;
        if (now != null && now.fields().isEmpty()) {
            values.remove(hash);
        }
        return removed;
    }

    private <T extends Value> @Nullable T find(String key, Class<T> kind) {
        Value value = values.get(key);
        if (value != null && expired(value)) {
            values.remove(key);
            return null;
        }
        if (value != null && !kind.isInstance(value)) {
            throw new IllegalStateException("key '%s' holds %s, not %s; use another key"
                    .formatted(key, value.getClass().getSimpleName(), kind.getSimpleName()));
        }
        return kind.cast(value);
    }

    private boolean expired(Value value) {
        return value instanceof Text text && !text.forever() && nanos.getAsLong() - text.expires() >= 0;
    }

    private static long number(String key, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("key '%s' holds '%s', which is no whole number".formatted(key, text), e);
        }
    }
}
