package org.hotrealm.progress.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hotrealm.progress.api.HeldElsewhereException;
import org.hotrealm.progress.api.Opened;
import org.hotrealm.progress.api.ProgressStore;
import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;

/** Who plays which character and what of them waits to be stored. Any thread; every method holds the one lock briefly. */
final class Register {

    /** Longer than a reserved seat is kept. */
    private static final long ENTER_WITHIN = TimeUnit.SECONDS.toNanos(30);

    private final int queueMax;
    private final Map<Key, Claim> byKey = new HashMap<>();
    private final Map<String, Claim> byHolder = new HashMap<>();
    private final List<Claim> queue = new ArrayList<>();
    private boolean closed;

    Register(int queueMax) {
        this.queueMax = queueMax;
    }

    /** Takes a character; waits for who is away to give it up. Interruptible, not for rooms' threads. */
    synchronized Claim take(Key key, String holder, long timeoutMillis)
            throws HeldElsewhereException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        for (Claim held = byKey.get(key); held != null; held = byKey.get(key)) {
            long now = System.nanoTime();
            if (held.holder.equals(holder) || held.expires != 0 && now - held.expires > 0 && held.idle()) {
                forget(held);
                continue;
            }
            if (!held.away && !held.closing) {
                throw new HeldElsewhereException(
                        "you are playing this character already, in another window or on another device: leave there first");
            }
            held.wanted = true;
            long left = TimeUnit.NANOSECONDS.toMillis(end - now);
            if (left <= 0) {
                throw new HeldElsewhereException("your last visit is still being stored: try again in a moment");
            }
            wait(left);
        }
        forgetThoseWhoNeverCame();
        Claim claim = new Claim(key, holder, -1);
        claim.expires = System.nanoTime() + ENTER_WITHIN;
        add(claim);
        return claim;
    }

    private void forgetThoseWhoNeverCame() {
        for (Claim claim : List.copyOf(byKey.values())) {
            if (claim.expires != 0 && System.nanoTime() - claim.expires > 0 && claim.idle()) {
                forget(claim);
            }
        }
    }

    private void add(Claim claim) {
        byKey.put(claim.key, claim);
        byHolder.put(claim.holder, claim);
    }

    private void forget(Claim claim) {
        byKey.remove(claim.key, claim);
        byHolder.remove(claim.holder, claim);
        notifyAll();
    }

    synchronized void drop(Claim claim) {
        forget(claim);
    }

    synchronized void loaded(Claim claim, Opened opened) {
        Progress progress = opened.progress();
        claim.durable = progress == null ? 0 : progress.revision();
        claim.opened = opened;
    }

    /** What was fetched for this holder, once; from now on the character is its until it is closed. */
    synchronized @Nullable Opened enter(String holder) {
        Claim claim = byHolder.get(holder);
        if (claim == null) {
            return null;
        }
        Opened opened = claim.opened;
        claim.opened = null;
        claim.expires = 0;
        return opened;
    }

    /** Puts a state in line. A holder that is not known, as after this store came in another's place, is taken up. */
    synchronized boolean save(Key key, String holder, Progress progress) {
        Claim claim = byHolder.get(holder);
        if (claim == null) {
            if (byKey.containsKey(key)) {
                return false;
            }
            claim = new Claim(key, holder, -1);
            add(claim);
        }
        if (claim.lost || claim.closing || closed) {
            return false;
        }
        if (claim.waiting == null) {
            if (queue.size() >= queueMax) {
                return false;
            }
            queue.add(claim);
        }
        claim.waiting = progress;
        notifyAll();
        return true;
    }

    synchronized long durable(String holder) {
        Claim claim = byHolder.get(holder);
        return claim == null ? ProgressStore.UNKNOWN : claim.lost ? ProgressStore.LOST : Math.max(0, claim.durable);
    }

    synchronized void away(String holder, boolean away) {
        Claim claim = byHolder.get(holder);
        if (claim != null) {
            claim.away = away;
        }
    }

    synchronized boolean wanted(String holder) {
        Claim claim = byHolder.get(holder);
        return claim != null && claim.away && claim.wanted;
    }

    synchronized void close(String holder) {
        Claim claim = byHolder.get(holder);
        if (claim != null) {
            claim.closing = true;
            if (claim.idle()) {
                forget(claim);
            }
        }
    }

    /** Everything that waits, now being written; blocks while nothing does. Empty once the register is closed and all is out. */
    synchronized List<Claim> takeAll() throws InterruptedException {
        while (queue.isEmpty() && !closed) {
            wait();
        }
        List<Claim> batch = List.copyOf(queue);
        queue.clear();
        for (Claim claim : batch) {
            claim.writing = claim.waiting;
            claim.waiting = null;
        }
        return batch;
    }

    /** It is on the disk. */
    synchronized void stored(Claim claim) {
        Progress written = claim.writing;
        claim.writing = null;
        if (written != null) {
            claim.durable = written.revision();
        }
        settle(claim);
    }

    /** Somebody else has written this character. */
    synchronized void lost(Claim claim) {
        claim.writing = null;
        claim.lost = true;
        settle(claim);
    }

    /** It cannot be stored as it is; a later state may be. */
    synchronized void refused(Claim claim) {
        claim.writing = null;
        settle(claim);
    }

    /** It waits again, unless something newer does already. */
    synchronized void again(List<Claim> batch) {
        for (Claim claim : batch) {
            if (claim.writing != null && claim.waiting == null) {
                claim.waiting = claim.writing;
                queue.add(claim);
            }
            claim.writing = null;
        }
    }

    private void settle(Claim claim) {
        if (claim.closing && claim.idle()) {
            forget(claim);
        }
    }

    /** Nothing more is taken; what waits is still given out. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Waits until something changes, the register closes or the time is over. */
    synchronized void pause(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0 && !closed; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
    }

    synchronized int waiting() {
        return queue.size();
    }

    synchronized int held() {
        return byKey.size();
    }
}
