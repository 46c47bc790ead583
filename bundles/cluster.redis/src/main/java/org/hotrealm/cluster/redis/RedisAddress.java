package org.hotrealm.cluster.redis;

import io.lettuce.core.RedisURI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where Redis is: one server or a sentinel group, or the seeds of a Redis Cluster. Its text shows no password. */
sealed interface RedisAddress {

    /** One server, or the master that sentinels name. */
    record Single(RedisURI uri) implements RedisAddress {
        @Override
        public String toString() {
            return describe(uri);
        }
    }

    /** A Redis Cluster, found through any of its nodes. */
    record Sharded(List<RedisURI> seeds) implements RedisAddress {
        @Override
        public String toString() {
            return seeds.stream().map(RedisAddress::describe).collect(Collectors.joining(","));
        }
    }

    /** Reads {@code REDIS_URL}. Throws {@link IllegalArgumentException} saying what is allowed. */
    static RedisAddress parse(String text) {
        if (text.startsWith("redis-sentinel://") || text.startsWith("rediss-sentinel://")) {
            return new Single(uri(text));
        }
        List<RedisURI> all = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(RedisAddress::server)
                .toList();
        return all.size() == 1 ? new Single(all.getFirst()) : new Sharded(all);
    }

    private static RedisURI server(String text) {
        if (!text.startsWith("redis://") && !text.startsWith("rediss://")) {
            throw notUnderstood("a part does not begin with redis:// or rediss://");
        }
        return uri(text);
    }

    private static RedisURI uri(String text) {
        RedisURI uri;
        try {
            uri = RedisURI.create(text);
        } catch (RuntimeException e) {
            throw notUnderstood(e.getClass().getSimpleName());
        }
        if (uri.getSentinels().isEmpty()
                && (uri.getHost() == null || uri.getHost().isBlank())) {
            throw notUnderstood("a host is missing or a port is no number");
        }
        return uri;
    }

    /** The text itself is not repeated: it may hold a password. */
    private static IllegalArgumentException notUnderstood(String why) {
        return new IllegalArgumentException(
                ("REDIS_URL is not understood (%s). Allowed: redis://[user:password@]host[:port][/database], the same "
                                + "with rediss:// for TLS, redis-sentinel://host[:port],host[:port]/[database]#master, "
                                + "or several redis:// addresses with commas, the seeds of a Redis Cluster")
                        .formatted(why));
    }

    private static String describe(RedisURI uri) {
        if (uri.getSentinels().isEmpty()) {
            return "%s://%s:%d".formatted(uri.isSsl() ? "rediss" : "redis", uri.getHost(), uri.getPort());
        }
        return uri.getSentinels().stream()
                .map(sentinel -> sentinel.getHost() + ":" + sentinel.getPort())
                .collect(Collectors.joining(",", "redis-sentinel://", "#" + uri.getSentinelMasterId()));
    }
}
