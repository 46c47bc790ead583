package org.hotrealm.cluster.redis;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the cluster over Redis; its address is {@code REDIS_URL}. */
@ObjectClassDefinition(name = "Cluster over Redis")
@interface RedisConfig {

    @AttributeDefinition(description = "Begins every key and channel; realms that share a Redis need different ones")
    String key_prefix() default "hotrealm";

    @AttributeDefinition(
            description = "A node silent for so long is dead, and its rooms are not found; milliseconds",
            min = "200",
            max = "3600000")
    int node_ttl_ms() default 10_000;

    @AttributeDefinition(
            description = "A command unanswered for so long fails; milliseconds",
            min = "10",
            max = "600000")
    int command_timeout_ms() default 3_000;

    @AttributeDefinition(
            description = "Commands waiting for Redis at most; further ones fail at once",
            min = "1",
            max = "10000000")
    int queue_max() default 10_000;

    @AttributeDefinition(
            description = "Calls of other nodes worked on at a time; further ones are refused",
            min = "1",
            max = "1000000")
    int calls_max() default 1_000;
}
