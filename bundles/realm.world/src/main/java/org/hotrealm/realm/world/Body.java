package org.hotrealm.realm.world;

import java.util.List;
import java.util.Map;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** What players and monsters have in common. */
abstract class Body extends Bearer {

    /** Radius of a body whose definition gives none, in tiles. */
    static final double RADIUS = 0.35;

    final Cooldowns cooldowns = new Cooldowns();
    final StateObject shown;
    private final int id;

    /** The grid's own notes; -1 while not on the grid. */
    int cell = -1;

    int slot;
    /** Whether it is in the synchronised state. */
    boolean listed;

    /** Whether clients have been shown another place. */
    private boolean moved;

    private double x;
    private double y;
    private double facing;
    private double velocityX;
    private double radius = RADIUS;
    private @Nullable Map<String, Double> sized;
    private double velocityY;
    private int hp;
    private int maxHp = 1;
    private int mana;
    private int maxMana;
    private long lastCombat;
    private long diedAt;
    private long globalReadyAt;

    Body(LiveWorld world, int id, StateObject shown) {
        super(world);
        this.id = id;
        this.shown = shown;
    }

    abstract Map<String, Double> attributes();

    /** An attribute without what statuses add and take. */
    abstract double base(String attribute);

    abstract List<String> skills();

    /** Copies everything clients see. */
    abstract void show();

    /** Copies where it is and where it looks. */
    abstract void showPlace();

    /** Copies what clients see, where it may have changed; the first viewer of a tick pays for all. */
    final void refresh() {
        if (touched) {
            touched = false;
            moved = false;
            show();
        } else if (moved) {
            moved = false;
            showPlace();
        }
    }

    /** Clients may know it already: it is in the state then, and what they were shown of its statuses may be old. */
    final void knownAs(Known known) {
        listed = known.has(shown);
        if (listed) {
            statuses.lookAnew();
        }
    }

    public final int id() {
        return id;
    }

    public final double x() {
        return x;
    }

    public final double y() {
        return y;
    }

    /** Only the world and a parcel's reader move bodies: the grid must hear of it. */
    final void moveTo(double toX, double toY) {
        x = toX;
        y = toY;
        moved = true;
    }

    public final double facing() {
        return facing;
    }

    public final void face(double radians) {
        double turned = Double.isFinite(radians) ? Math.IEEEremainder(radians, 2 * Math.PI) : facing;
        facing = turned >= Math.PI ? -Math.PI : turned;
        moved = true;
    }

    public final void walk(double toRight, double toBottom) {
        boolean sane = Double.isFinite(toRight) && Double.isFinite(toBottom);
        velocityX = sane ? toRight : 0;
        velocityY = sane ? toBottom : 0;
    }

    public final double velocityX() {
        return velocityX;
    }

    public final double velocityY() {
        return velocityY;
    }

    @SuppressWarnings("ReferenceEquality")
    public final double radius() {
        // Asked for at each step; the attributes are the same until other content is in force.
        Map<String, Double> now = attributes();
        if (now != sized) {
            Double own = now.get("radius");
            radius = own == null ? RADIUS : Math.clamp(own, 0.1, 0.49);
            sized = now;
        }
        return radius;
    }

    public final double attribute(String wanted) {
        return switch (wanted) {
            case "level" -> actor().level();
            case "hp" -> hp;
            case "maxHp" -> maxHp;
            case "mana" -> mana;
            case "maxMana" -> maxMana;
            case "speed" -> actor().speed() + statuses.bonus(wanted);
            default -> base(wanted) + statuses.bonus(wanted);
        };
    }

    public final int hp() {
        return hp;
    }

    public final int maxHp() {
        return maxHp;
    }

    public final int mana() {
        return mana;
    }

    public final int maxMana() {
        return maxMana;
    }

    public final void hp(int value) {
        int next = Math.clamp(value, 0, maxHp);
        if (next == hp) {
            return;
        }
        if (next == 0) {
            diedAt = Math.max(1, world.tick().number());
            clearStatuses();
            push(null);
        } else if (hp == 0) {
            diedAt = 0;
        }
        hp = next;
        touched = true;
    }

    public final void mana(int value) {
        mana = Math.clamp(value, 0, maxMana);
        touched = true;
    }

    /** Sets new most values and keeps the share of what is left; who lives keeps at least 1. */
    final void limits(int mostHp, int mostMana) {
        if (mostHp != maxHp) {
            long scaled = Math.round((double) hp * mostHp / maxHp);
            hp = hp == 0 ? 0 : Math.clamp(scaled, 1, mostHp);
            maxHp = mostHp;
        }
        if (mostMana != maxMana) {
            mana = maxMana == 0 ? mostMana : (int) Math.round((double) mana * mostMana / maxMana);
            maxMana = mostMana;
        }
        touched = true;
    }

    public final long readyAt(String skill) {
        return cooldowns.of(skill);
    }

    public final void readyAt(String skill, long tick) {
        cooldowns.set(skill, tick, world.tick().number());
    }

    public final long globalReadyAt() {
        return globalReadyAt;
    }

    public final void globalReadyAt(long tick) {
        globalReadyAt = tick;
    }

    public final long lastCombat() {
        return lastCombat;
    }

    final void lastCombat(long tick) {
        lastCombat = tick;
    }

    public final long diedAt() {
        return diedAt;
    }

    void write(ByteWriter out) {
        out.real(x).real(y).real(facing).real(velocityX).real(velocityY);
        out.whole(maxHp).whole(hp).whole(maxMana).whole(mana).whole(lastCombat).whole(diedAt);
        cooldowns.write(out);
        Codec.cast(out, cast());
        out.whole(globalReadyAt);
        Codec.push(out, push());
        statuses.write(out);
    }

    void read(ByteReader in) {
        x = in.real();
        y = in.real();
        facing = in.real();
        velocityX = in.real();
        velocityY = in.real();
        maxHp = in.integer();
        hp = in.integer();
        maxMana = in.integer();
        mana = in.integer();
        lastCombat = in.whole();
        diedAt = in.whole();
        cooldowns.read(in);
        Cast running = Codec.cast(in);
        if (in.schema() >= 2) {
            globalReadyAt = in.whole();
            resume(running, Codec.push(in), in);
        } else {
            resume(running, null, null);
        }
    }
}
