package org.hotrealm.realm.zone;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hotrealm.progress.api.HeldElsewhereException;
import org.hotrealm.progress.api.Opened;
import org.hotrealm.progress.api.ProgressStore;
import org.hotrealm.progress.api.StoreState;
import org.hotrealm.progress.api.StoreUnavailableException;
import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;

/** A store that has nothing on the disk until the test says so. */
final class SlowStore implements ProgressStore {

    final Map<String, Progress> disk = new HashMap<>();
    final Map<String, Progress> waiting = new HashMap<>();
    final Set<String> away = new HashSet<>();
    final Set<String> wanted = new HashSet<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Opened> opened = new HashMap<>();
    boolean unavailable;
    boolean lost;

    /** Everything that waits is on the disk from now on. */
    void sync() {
        disk.putAll(waiting);
        waiting.clear();
    }

    @Override
    public Opened open(String owner, String heroClass, String first, String holder)
            throws HeldElsewhereException, StoreUnavailableException {
        if (unavailable) {
            throw new StoreUnavailableException("the disk is gone");
        }
        String key = owner + "/" + (heroClass.isEmpty() ? first : heroClass);
        if (keys.containsValue(key)) {
            throw new HeldElsewhereException("you are playing already");
        }
        Opened answer = new Opened(key, heroClass.isEmpty() ? first : heroClass, disk.get(key));
        keys.put(holder, key);
        opened.put(holder, answer);
        return answer;
    }

    @Override
    public @Nullable Opened enter(String holder) {
        return opened.remove(holder);
    }

    @Override
    public boolean save(String key, String holder, Progress progress) {
        keys.put(holder, key);
        waiting.put(key, progress);
        return true;
    }

    @Override
    public long durable(String holder) {
        if (lost) {
            return LOST;
        }
        String key = keys.get(holder);
        Progress stored = key == null ? null : disk.get(key);
        return key == null ? UNKNOWN : stored == null ? 0 : stored.revision();
    }

    @Override
    public void away(String holder, boolean now) {
        if (now) {
            away.add(holder);
        } else {
            away.remove(holder);
        }
    }

    @Override
    public boolean wanted(String holder) {
        return wanted.contains(holder);
    }

    @Override
    public void close(String holder) {
        keys.remove(holder);
    }

    @Override
    public StoreState state() {
        return new StoreState(!unavailable, "memory", "", waiting.size(), keys.size(), 0, 0, 0);
    }
}
