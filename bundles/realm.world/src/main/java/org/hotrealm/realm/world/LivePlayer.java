package org.hotrealm.realm.world;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Progress;
import org.hotrealm.realm.api.Stack;
import org.hotrealm.state.schema.StringField;
import org.jspecify.annotations.Nullable;

/** A player's character. Level and strength follow from its experience and the hero's definition. */
final class LivePlayer extends Earner {

    /** What is in its client's view. */
    final Sight sight = new Sight();

    private final String sessionId;
    private final String name;
    private final String heroClass;
    private boolean connected = true;
    private long inputSeq;

    LivePlayer(LiveWorld world, int id, String sessionId, String name, String heroClass) {
        super(world, id, world.known().player(sessionId, id), Progress.fresh(name, heroClass));
        this.sessionId = sessionId;
        this.name = name;
        this.heroClass = heroClass;
    }

    @Override
    Actor actor() {
        return this;
    }

    @Override
    Map<String, Double> attributes() {
        return hero().attributes();
    }

    @Override
    public String heroClass() {
        return heroClass;
    }

    @Override
    public RealmDef.Hero hero() {
        return world.content().realm().hero(heroClass);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sessionId() {
        return sessionId;
    }

    @Override
    public double speed() {
        return Gear.speed(hero().speed(), gear());
    }

    @Override
    double base(String attribute) {
        Double own = hero().attributes().get(attribute);
        double worn = gear().getOrDefault(attribute, 0.0);
        return own == null ? worn : own * advance().strength(level()) + worn;
    }

    @Override
    public List<String> skills() {
        return hero().skills();
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public void connected(boolean now) {
        connected = now;
        touched = true;
    }

    @Override
    public long inputSeq() {
        return inputSeq;
    }

    @Override
    public void inputSeq(long seq) {
        inputSeq = seq;
        touched = true;
    }

    @Override
    void show() {
        PlayerState.ID.set(shown, id());
        PlayerState.NAME.set(shown, name);
        showPlace();
        PlayerState.HP.set(shown, Math.min(hp(), 65_535));
        PlayerState.MAX_HP.set(shown, Math.min(maxHp(), 65_535));
        PlayerState.MANA.set(shown, Math.min(mana(), 65_535));
        PlayerState.MAX_MANA.set(shown, Math.min(maxMana(), 65_535));
        showProgress(ledger().told());
        PlayerState.CAST_TICKS.set(shown, castTicks());
        PlayerState.SEQ.set(shown, inputSeq & 0xFFFF_FFFFL);
        PlayerState.AWAY.set(shown, !connected);
        Cast cast = cast();
        if (cast == null) {
            PlayerState.CAST.unset(shown);
        } else {
            PlayerState.CAST.set(shown, cast.skill());
        }
        PlayerState.HERO_CLASS.set(shown, heroClass);
        PlayerState.SPEED.set(shown, (float) (speed() * pace()));
        PlayerState.SHIELD.set(shown, statuses.shield());
        statuses.show(PlayerState.STATUSES, shown);
    }

    @Override
    void showPlace() {
        PlayerState.X.set(shown, x());
        PlayerState.Y.set(shown, y());
        PlayerState.FACING.set(shown, facing());
    }

    private void showProgress(Progress told) {
        PlayerState.LEVEL.set(shown, told.level());
        PlayerState.XP.set(shown, told.xp());
        PlayerState.XP_LEVEL.set(shown, advance().reached(told.level()));
        PlayerState.XP_NEXT.set(shown, advance().reached(told.level() + 1));
        PlayerState.GOLD.set(shown, told.gold());
        worn(PlayerState.WEAPON, told.worn().get(ItemDef.Slot.WEAPON));
        worn(PlayerState.ARMOUR, told.worn().get(ItemDef.Slot.ARMOUR));
        worn(PlayerState.TRINKET, told.worn().get(ItemDef.Slot.TRINKET));
    }

    private void worn(StringField field, @Nullable Stack stack) {
        if (stack == null) {
            field.unset(shown);
        } else {
            field.set(shown, stack.item());
        }
    }

    @Override
    void write(ByteWriter out) {
        out.whole(id()).text(sessionId).text(name).text(heroClass);
        super.write(out);
        out.flag(connected).whole(inputSeq);
        writeEarned(out);
    }

    static LivePlayer read(LiveWorld world, ByteReader in) {
        int id = in.integer();
        String sessionId = in.text();
        String name = in.text();
        String heroClass = in.schema() >= 2
                ? in.text()
                : world.content().realm().classes().getFirst().id();
        LivePlayer player = new LivePlayer(world, id, sessionId, name, heroClass);
        player.knownAs(world.known());
        player.read(in);
        player.connected = in.flag();
        player.inputSeq = in.whole();
        player.readEarned(in);
        return player;
    }
}
