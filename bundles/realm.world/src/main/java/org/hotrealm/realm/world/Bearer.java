package org.hotrealm.realm.world;

import java.util.List;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Push;
import org.hotrealm.realm.api.Status;
import org.jspecify.annotations.Nullable;

/** The part of a body that goes on for a while: a cast, statuses, a movement that is not walking. */
abstract class Bearer {

    final LiveWorld world;
    final Statuses statuses = new Statuses();
    /** Whether something that clients see may have changed since it was last shown. */
    boolean touched = true;
    /** Whether the world counts it among the active. */
    boolean active;

    private @Nullable Cast cast;
    private @Nullable Push push;
    private boolean afflicted;
    private long statusesDue;
    private long lookAgain;

    Bearer(LiveWorld world) {
        this.world = world;
    }

    abstract Actor actor();

    /** Hit points; the dead bear nothing. */
    public abstract int hp();

    public final double pace() {
        return afflicted ? statuses.pace(actor().speed()) : 1;
    }

    public final List<Status> statuses() {
        return statuses.seen();
    }

    public final @Nullable Status status(String wanted) {
        return statuses.find(wanted);
    }

    public final boolean has(Status.Kind kind) {
        return statuses.has(kind);
    }

    public final void gain(Status status) {
        if (hp() > 0) {
            statuses.put(status);
            statusesChanged();
            world.stirred((Body) this);
        }
    }

    public final void lose(String status) {
        statuses.remove(status);
        statusesChanged();
    }

    private void statusesChanged() {
        afflicted = !statuses.isEmpty();
        touched = true;
        lookAtStatuses();
    }

    /** Something that statuses depend on has changed: they are looked at in this tick and the next. */
    final void lookAtStatuses() {
        lookAgain = world.tick().number();
        statusesDue = 0;
    }

    public final long statusesDue() {
        if (!afflicted) {
            return Long.MAX_VALUE;
        }
        long now = world.tick().number();
        if (now - lookAgain <= 1) {
            return now;
        }
        if (statusesDue < now) {
            statusesDue = statuses.next(now);
        }
        return statusesDue;
    }

    final void clearStatuses() {
        statuses.clear();
        statusesChanged();
    }

    public final @Nullable Push push() {
        return push;
    }

    public final void push(@Nullable Push next) {
        push = hp() > 0 ? next : null;
    }

    /** Whether it has anything that goes on by itself: a cast or a status. */
    final boolean stirring() {
        return cast != null || afflicted;
    }

    public final @Nullable Cast cast() {
        return cast;
    }

    public final void cast(@Nullable Cast next) {
        cast = next;
        touched = true;
        if (next != null) {
            world.stirred((Body) this);
        }
    }

    /** Length of the running cast in ticks, as clients are shown it. */
    final int castTicks() {
        Cast running = cast;
        return running == null ? 0 : Math.clamp(running.lands() - running.begun(), 0, 65_535);
    }

    /** Takes over what a parcel tells; a null reader where it tells of no statuses. */
    final void resume(@Nullable Cast running, @Nullable Push pushed, @Nullable ByteReader in) {
        cast = running;
        push = pushed;
        if (in != null) {
            statuses.read(in);
            statusesChanged();
        }
        if (stirring()) {
            world.stirred((Body) this);
        }
    }
}
