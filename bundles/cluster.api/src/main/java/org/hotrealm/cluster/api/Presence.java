package org.hotrealm.cluster.api;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keys and channels shared by all nodes, as Colyseus' presence has them. Any thread; nothing blocks. A stage completes
 * exceptionally where the store does not answer.
 */
@ProviderType
public interface Presence {

    /** Hears what is published on a channel, in order, from registration on. */
    Registration subscribe(String channel, Consumer<String> listener);

    /** Publishes to every subscriber on every node. */
    CompletionStage<Void> publish(String channel, String message);

    /** Sets a key for ever. */
    CompletionStage<Void> set(String key, String value);

    /** Sets a key that goes by itself. */
    CompletionStage<Void> set(String key, String value, Duration expiry);

    /**
     * Sets a key that goes by itself where it is not there, in one step: of several nodes that ask, one gets it.
     *
     * @return true where this call has set it
     */
    CompletionStage<Boolean> claim(String key, String value, Duration expiry);

    /** Deletes a key where it has this value, in one step: whoever claimed it gives back only what is still its own. */
    CompletionStage<Boolean> release(String key, String value);

    /** The value of a key. */
    CompletionStage<Optional<String>> get(String key);

    /** Deletes a key; true where it was there. */
    CompletionStage<Boolean> delete(String key);

    /** Adds to a counter and gives the sum. */
    CompletionStage<Long> increment(String key, long by);

    /** Adds to a set; true where it is new. */
    CompletionStage<Boolean> add(String set, String member);

    /** Removes from a set; true where it was in. */
    CompletionStage<Boolean> remove(String set, String member);

    /** The members of a set. */
    CompletionStage<Set<String>> members(String set);

    /** Sets a field of a hash. */
    CompletionStage<Void> put(String hash, String field, String value);

    /** A field of a hash. */
    CompletionStage<Optional<String>> get(String hash, String field);

    /** All fields of a hash. */
    CompletionStage<Map<String, String>> fields(String hash);

    /** Deletes a field of a hash; true where it was there. */
    CompletionStage<Boolean> delete(String hash, String field);
}
