package org.hotrealm.realm.world;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Cast;
import org.jspecify.annotations.Nullable;

/** A monster: its kind, where it belongs, its life. */
final class LiveMonster extends Minded {

    private MonsterDef def;
    private ZoneMap.@Nullable Spawn spawn;
    private double homeX;
    private double homeY;
    private boolean immune;
    private long respawnAt;
    private boolean present = true;

    LiveMonster(LiveWorld world, int id, MonsterDef def, ZoneMap.@Nullable Spawn spawn) {
        super(world, id, world.known().monster(id));
        this.def = def;
        this.spawn = spawn;
        MonsterState.KIND.set(shown, def.id());
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
    double base(String attribute) {
        Double own = def.attributes().get(attribute);
        return own == null ? 0 : own;
    }

    @Override
    public List<String> skills() {
        return def.skills();
    }

    @Override
    public boolean immune() {
        return immune;
    }

    @Override
    public void immune(boolean now) {
        immune = now;
        lookAtStatuses();
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
        forgetAll();
        cooldowns.clear();
        globalReadyAt(0);
        clearStatuses();
        push(null);
        cast(null);
        walk(0, 0);
        immune = false;
        respawnAt = 0;
        hp(maxHp());
        mana(maxMana());
        enter(AiState.IDLE, "back to life");
        world.place(this, homeX, homeY);
        present(true);
    }

    @Override
    void showPlace() {
        MonsterState.X.set(shown, x());
        MonsterState.Y.set(shown, y());
        MonsterState.FACING.set(shown, facing());
    }

    @Override
    void show() {
        showPlace();
        MonsterState.HP.set(shown, Math.min(hp(), 65_535));
        MonsterState.MAX_HP.set(shown, Math.min(maxHp(), 65_535));
        MonsterState.LEVEL.set(shown, Math.clamp(level(), 0, 255));
        MonsterState.STATE.set(shown, Wire.number(state()));
        MonsterState.TARGET.set(shown, target());
        MonsterState.CAST_TICKS.set(shown, castTicks());
        Cast cast = cast();
        if (cast == null) {
            MonsterState.CAST.unset(shown);
        } else {
            MonsterState.CAST.set(shown, cast.skill());
        }
        MonsterState.SHIELD.set(shown, statuses.shield());
        statuses.show(MonsterState.STATUSES, shown);
    }

    @Override
    void write(ByteWriter out) {
        ZoneMap.Spawn place = spawn;
        out.whole(id()).text(def.id()).perhaps(place == null ? null : place.id());
        super.write(out);
        out.real(homeX).real(homeY);
        writeMind(out);
        out.flag(immune).whole(respawnAt).flag(present);
        writeGrudges(out);
    }

    @Override
    void read(ByteReader in) {
        super.read(in);
        home(in.real(), in.real());
        readMind(in);
        immune = in.flag();
        respawnAt = in.whole();
        present = in.flag();
        readGrudges(in);
    }
}
