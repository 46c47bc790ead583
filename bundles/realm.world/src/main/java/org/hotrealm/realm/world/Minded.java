package org.hotrealm.realm.world;

import java.util.List;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Memory;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Path;
import org.hotrealm.realm.api.Threat;
import org.hotrealm.realm.api.Transition;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** The part of a monster that its AI remembers: state, whom it is after, where it goes and how angry it is. */
abstract class Minded extends Body implements Monster {

    private final LiveThreat threat = new LiveThreat();
    private final LiveMemory memory = new LiveMemory();
    private final Transitions transitions = new Transitions();
    private AiState state = AiState.IDLE;
    private long stateSince;
    private int target;
    private double goalX = Double.NaN;
    private double goalY = Double.NaN;
    private @Nullable Path path;
    private int waypoint;
    private int waypointDirection = 1;
    private long thinkAt;

    Minded(LiveWorld world, int id, StateObject shown) {
        super(world, id, shown);
    }

    @Override
    public final AiState state() {
        return state;
    }

    @Override
    public final long stateSince() {
        return stateSince;
    }

    @Override
    public final void enter(AiState next, String reason) {
        if (next == state) {
            return;
        }
        long now = world.tick().number();
        transitions.add(now, state, next, reason);
        state = next;
        stateSince = now;
        touched = true;
    }

    @Override
    public final List<Transition> transitions() {
        return transitions.list();
    }

    @Override
    public final int target() {
        return target;
    }

    @Override
    public final void target(int actor) {
        target = actor;
        touched = true;
    }

    /** Somebody is gone for good. */
    final void forget(int actor) {
        threat.forget(actor);
        if (target == actor) {
            target(0);
        }
    }

    @Override
    public final Threat threat() {
        return threat;
    }

    @Override
    public final double goalX() {
        return goalX;
    }

    @Override
    public final double goalY() {
        return goalY;
    }

    @Override
    public final void goal(double x, double y) {
        goalX = x;
        goalY = y;
    }

    @Override
    public final void noGoal() {
        goalX = Double.NaN;
        goalY = Double.NaN;
        path = null;
    }

    @Override
    public final @Nullable Path path() {
        return path;
    }

    @Override
    public final void path(@Nullable Path next) {
        path = next;
    }

    @Override
    public final int waypoint() {
        return waypoint;
    }

    @Override
    public final void waypoint(int index, int direction) {
        waypoint = index;
        waypointDirection = direction < 0 ? -1 : 1;
    }

    @Override
    public final int waypointDirection() {
        return waypointDirection;
    }

    @Override
    public final long thinkAt() {
        return thinkAt;
    }

    @Override
    public final void thinkAt(long tick) {
        thinkAt = tick;
    }

    @Override
    public final Memory memory() {
        return memory;
    }

    /** As after its birth; its transitions stay, for people. */
    final void forgetAll() {
        threat.clear();
        memory.clear();
        noGoal();
        target = 0;
        thinkAt = 0;
        waypoint(0, 1);
    }

    final void writeMind(ByteWriter out) {
        out.whole(Wire.number(state)).whole(stateSince);
        out.whole(target).real(goalX).real(goalY);
        Codec.path(out, path);
        out.whole(waypoint).whole(waypointDirection).whole(thinkAt);
    }

    final void readMind(ByteReader in) {
        state = in.of(AiState.class);
        stateSince = in.whole();
        target = in.integer();
        goalX = in.real();
        goalY = in.real();
        path = Codec.path(in);
        waypoint(in.integer(), in.integer());
        thinkAt = in.whole();
    }

    final void writeGrudges(ByteWriter out) {
        transitions.write(out);
        threat.write(out);
        memory.write(out);
    }

    final void readGrudges(ByteReader in) {
        transitions.read(in);
        threat.read(in);
        memory.read(in);
    }
}
