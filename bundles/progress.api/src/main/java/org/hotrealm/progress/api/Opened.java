package org.hotrealm.progress.api;

import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A character that was taken.
 *
 * @param key its key
 * @param heroClass its class
 * @param progress what it had earned, or null where it is new
 */
public record Opened(String key, String heroClass, @Nullable Progress progress) {}
