package org.hotrealm.cluster.redis;

import java.nio.charset.StandardCharsets;

/**
 * Names of keys and channels. The directory's keys share a hash tag, so that a Redis Cluster keeps them in one place and
 * a script may touch them together.
 */
record Keys(String prefix) {

    String rooms() {
        return prefix + ":{directory}:rooms";
    }

    String roomsNamed(String name) {
        return prefix + ":{directory}:rooms:" + name;
    }

    String nodes() {
        return prefix + ":{directory}:nodes";
    }

    String node(String id) {
        return prefix + ":{directory}:node:" + id;
    }

    String presence(String key) {
        return prefix + ":p:" + key;
    }

    String channel(String name) {
        return prefix + ":c:" + name;
    }

    String calls(String nodeId) {
        return prefix + ":call:" + nodeId;
    }

    String replies(String instance) {
        return prefix + ":reply:" + instance;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
