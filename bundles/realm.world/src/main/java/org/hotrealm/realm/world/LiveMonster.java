package org.hotrealm.realm.world;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Memory;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Path;
import org.hotrealm.realm.api.Threat;
import org.hotrealm.realm.api.Transition;
import org.jspecify.annotations.Nullable;

/** A monster with all its AI remembers. */
final class LiveMonster extends Body implements Monster {

    private final LiveThreat threat = new LiveThreat();
    private final LiveMemory memory = new LiveMemory();
    private final Transitions transitions = new Transitions();
    private MonsterDef def;
    private ZoneMap.@Nullable Spawn spawn;
    private double homeX;
    private double homeY;
    private AiState state = AiState.IDLE;
    private long stateSince;
    private int target;
    private double goalX = Double.NaN;
    private double goalY = Double.NaN;
    private @Nullable Path path;
    private int waypoint;
    private int waypointDirection = 1;
    private long thinkAt;
    private boolean immune;
    private long respawnAt;
    private boolean present = true;

    LiveMonster(LiveWorld world, int id, MonsterDef def, ZoneMap.@Nullable Spawn spawn) {
        super(world, id, MonsterState.TYPE.create());
        this.def = def;
        this.spawn = spawn;
    }

    @Override
    Actor actor() {
        return this;
    }

    @Override
    Map<String, Double> attributes() {
        return def.attributes();
    }

    @Override
    public String name() {
        return def.name();
    }

    @Override
    public String kind() {
        return def.id();
    }

    @Override
    public MonsterDef def() {
        return def;
    }

    /** Takes over new numbers; the share of hit points stays. */
    void define(MonsterDef next) {
        def = next;
        limits(next.hp(), (int) Math.round(next.attributes().getOrDefault("mana", 0.0)));
    }

    @Override
    public ZoneMap.@Nullable Spawn spawn() {
        return spawn;
    }

    void spawn(ZoneMap.@Nullable Spawn next) {
        spawn = next;
    }

    @Override
    public double homeX() {
        return homeX;
    }

    @Override
    public double homeY() {
        return homeY;
    }

    void home(double x, double y) {
        homeX = x;
        homeY = y;
    }

    @Override
    public int level() {
        return def.level();
    }

    @Override
    public double speed() {
        return def.speed();
    }

    @Override
    public double attribute(String wanted) {
        Double own = def.attributes().get(wanted);
        if (own != null) {
            return own;
        }
        return wanted.equals("level") ? def.level() : 0;
    }

    @Override
    public List<String> skills() {
        return def.skills();
    }

    @Override
    public AiState state() {
        return state;
    }

    @Override
    public long stateSince() {
        return stateSince;
    }

    @Override
    public void enter(AiState next, String reason) {
        if (next == state) {
            return;
        }
        long now = world.tick().number();
        transitions.add(new Transition(now, state, next, reason));
        state = next;
        stateSince = now;
        touched = true;
    }

    @Override
    public List<Transition> transitions() {
        return transitions.list();
    }

    @Override
    public int target() {
        return target;
    }

    @Override
    public void target(int actor) {
        target = actor;
        touched = true;
    }

    /** Somebody is gone for good. */
    void forget(int actor) {
        threat.forget(actor);
        if (target == actor) {
            target(0);
        }
    }

    @Override
    public Threat threat() {
        return threat;
    }

    @Override
    public double goalX() {
        return goalX;
    }

    @Override
    public double goalY() {
        return goalY;
    }

    @Override
    public void goal(double x, double y) {
        goalX = x;
        goalY = y;
    }

    @Override
    public void noGoal() {
        goalX = Double.NaN;
        goalY = Double.NaN;
        path = null;
    }

    @Override
    public @Nullable Path path() {
        return path;
    }

    @Override
    public void path(@Nullable Path next) {
        path = next;
    }

    @Override
    public int waypoint() {
        return waypoint;
    }

    @Override
    public void waypoint(int index, int direction) {
        waypoint = index;
        waypointDirection = direction < 0 ? -1 : 1;
    }

    @Override
    public int waypointDirection() {
        return waypointDirection;
    }

    @Override
    public long thinkAt() {
        return thinkAt;
    }

    @Override
    public void thinkAt(long tick) {
        thinkAt = tick;
    }

    @Override
    public boolean immune() {
        return immune;
    }

    @Override
    public void immune(boolean now) {
        immune = now;
    }

    @Override
    public long respawnAt() {
        return respawnAt;
    }

    @Override
    public void respawnAt(long tick) {
        respawnAt = tick;
    }

    @Override
    public boolean present() {
        return present;
    }

    @Override
    public void present(boolean now) {
        if (now != present) {
            present = now;
            world.roster().appeared(this, now);
            touched = true;
        }
    }

    @Override
    public void revive() {
        threat.clear();
        memory.clear();
        cooldowns.clear();
        cast(null);
        noGoal();
        walk(0, 0);
        target = 0;
        immune = false;
        respawnAt = 0;
        thinkAt = 0;
        waypoint(0, 1);
        hp(maxHp());
        mana(maxMana());
        enter(AiState.IDLE, "back to life");
        world.place(this, homeX, homeY);
        present(true);
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    void show() {
        MonsterState.KIND.set(shown, kind());
        MonsterState.X.set(shown, x());
        MonsterState.Y.set(shown, y());
        MonsterState.FACING.set(shown, facing());
        MonsterState.HP.set(shown, Math.min(hp(), 65_535));
        MonsterState.MAX_HP.set(shown, Math.min(maxHp(), 65_535));
        MonsterState.LEVEL.set(shown, Math.clamp(level(), 0, 255));
        MonsterState.STATE.set(shown, Wire.number(state));
        MonsterState.TARGET.set(shown, target);
        MonsterState.CAST_TICKS.set(shown, castTicks());
        Cast cast = cast();
        if (cast == null) {
            MonsterState.CAST.unset(shown);
        } else {
            MonsterState.CAST.set(shown, cast.skill());
        }
    }

    @Override
    void write(ByteWriter out) {
        ZoneMap.Spawn place = spawn;
        out.whole(id()).text(def.id()).perhaps(place == null ? null : place.id());
        super.write(out);
        out.real(homeX).real(homeY).whole(Wire.number(state)).whole(stateSince);
        out.whole(target).real(goalX).real(goalY);
        Codec.path(out, path);
        out.whole(waypoint).whole(waypointDirection).whole(thinkAt);
        out.flag(immune).whole(respawnAt).flag(present);
        transitions.write(out);
        threat.write(out);
        memory.write(out);
    }

    @Override
    void read(ByteReader in) {
        super.read(in);
        home(in.real(), in.real());
        state = in.of(AiState.class);
        stateSince = in.whole();
        target = in.integer();
        goalX = in.real();
        goalY = in.real();
        path = Codec.path(in);
        waypoint(in.integer(), in.integer());
        thinkAt = in.whole();
        immune = in.flag();
        respawnAt = in.whole();
        present = in.flag();
        transitions.read(in);
        threat.read(in);
        memory.read(in);
    }
}
