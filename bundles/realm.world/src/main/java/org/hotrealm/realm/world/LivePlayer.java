package org.hotrealm.realm.world;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Player;

/** A player's character. Level and strength follow from its experience and the hero's definition. */
final class LivePlayer extends Body implements Player {

    /** What is in its client's view. */
    final Sight sight = new Sight();

    private final String sessionId;
    private final String name;
    private final String heroClass;
    private final TreeMap<String, Integer> inventory = new TreeMap<>();
    private final Map<String, Integer> inventorySeen = Collections.unmodifiableMap(inventory);
    private boolean connected = true;
    private long inputSeq;
    private long inventoryTick;
    private int xp;
    private int level = 1;

    LivePlayer(LiveWorld world, int id, String sessionId, String name, String heroClass) {
        super(world, id, PlayerState.TYPE.create());
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
    public int level() {
        return level;
    }

    @Override
    public double speed() {
        return hero().speed();
    }

    @Override
    double base(String attribute) {
        Double own = hero().attributes().get(attribute);
        return own == null ? 0 : own * Levels.strength(level);
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
    public Map<String, Integer> inventory() {
        return inventorySeen;
    }

    @Override
    public long inventoryTick() {
        return inventoryTick;
    }

    private void inventoryChanged() {
        inventoryTick = world.tick().number();
        touched = true;
    }

    @Override
    public void give(String item, int quantity) {
        if (quantity <= 0) {
            throw new IllegalArgumentException(
                    "%d of item '%s' cannot be given: 1 is the least".formatted(quantity, item));
        }
        inventory.merge(item, quantity, (had, more) -> (int) Math.min(Integer.MAX_VALUE, (long) had + more));
        inventoryChanged();
    }

    @Override
    public boolean take(String item, int quantity) {
        int had = inventory.getOrDefault(item, 0);
        if (quantity <= 0 || had < quantity) {
            return false;
        }
        if (had == quantity) {
            inventory.remove(item);
        } else {
            inventory.put(item, had - quantity);
        }
        inventoryChanged();
        return true;
    }

    @Override
    public int xp() {
        return xp;
    }

    @Override
    public void gain(int more) {
        xp = Math.clamp((long) xp + more, 0, Integer.MAX_VALUE);
        int reached = Levels.of(xp);
        if (reached != level) {
            level = reached;
            refit();
        }
        touched = true;
    }

    /** Takes over the hero's numbers in force, scaled by its level. */
    void refit() {
        double strength = Levels.strength(level);
        limits((int) Math.round(hero().hp() * strength), (int) Math.round(hero().mana() * strength));
    }

    @Override
    void show() {
        PlayerState.ID.set(shown, id());
        PlayerState.NAME.set(shown, name);
        PlayerState.X.set(shown, x());
        PlayerState.Y.set(shown, y());
        PlayerState.FACING.set(shown, facing());
        PlayerState.HP.set(shown, Math.min(hp(), 65_535));
        PlayerState.MAX_HP.set(shown, Math.min(maxHp(), 65_535));
        PlayerState.MANA.set(shown, Math.min(mana(), 65_535));
        PlayerState.MAX_MANA.set(shown, Math.min(maxMana(), 65_535));
        PlayerState.LEVEL.set(shown, level);
        PlayerState.XP.set(shown, xp);
        PlayerState.GOLD.set(shown, gold());
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

    private long gold() {
        long sum = 0;
        for (Map.Entry<String, Integer> entry : inventory.entrySet()) {
            ItemDef item = world.content().items().get(entry.getKey());
            sum += item != null && item.kind() == ItemDef.Kind.GOLD ? entry.getValue() : 0;
        }
        return Math.min(sum, 0xFFFF_FFFFL);
    }

    @Override
    void write(ByteWriter out) {
        out.whole(id()).text(sessionId).text(name).text(heroClass);
        super.write(out);
        out.flag(connected).whole(inputSeq).whole(inventoryTick).whole(xp).whole(inventory.size());
        inventory.forEach((item, quantity) -> out.text(item).whole(quantity));
    }

    static LivePlayer read(LiveWorld world, ByteReader in) {
        int id = in.integer();
        String sessionId = in.text();
        String name = in.text();
        String heroClass = in.schema() >= 2
                ? in.text()
                : world.content().realm().classes().getFirst().id();
        LivePlayer player = new LivePlayer(world, id, sessionId, name, heroClass);
        player.read(in);
        player.connected = in.flag();
        player.inputSeq = in.whole();
        player.inventoryTick = in.whole();
        player.xp = in.integer();
        player.level = Levels.of(player.xp);
        int many = in.count();
        for (int i = 0; i < many; i++) {
            player.inventory.put(in.text(), in.integer());
        }
        player.refit();
        return player;
    }
}
