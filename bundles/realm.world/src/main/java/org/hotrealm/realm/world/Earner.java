package org.hotrealm.realm.world;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.ProgressDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Progress;
import org.hotrealm.realm.api.Stack;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** The part of a player that it has earned: experience and level, what it carries and wears, luck and kills. */
abstract class Earner extends Body implements Player {

    private final Bag bag;
    private final Map<String, Integer> luck = new TreeMap<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private final LiveLedger ledger;
    private Map<String, Double> gear = Map.of();
    private int xp;
    private int level = 1;

    Earner(LiveWorld world, int id, StateObject shown, Progress first) {
        super(world, id, shown);
        this.bag = new Bag(world);
        this.ledger = new LiveLedger(this, first);
    }

    final ProgressDef advance() {
        return world.content().realm().progress();
    }

    /** What is worn adds up to. */
    final Map<String, Double> gear() {
        return gear;
    }

    @Override
    public final Map<String, Integer> inventory() {
        return bag.totals();
    }

    @Override
    public final List<Stack> bag() {
        return bag.stacks();
    }

    @Override
    public final Map<ItemDef.Slot, Stack> worn() {
        return bag.worn();
    }

    @Override
    public final int slotsUsed() {
        return bag.slotsUsed();
    }

    @Override
    public final int fits(String item, int quantity) {
        return bag.fits(item, quantity);
    }

    @Override
    public final int give(String item, int quantity, List<Drop.Source> sources) {
        if (quantity <= 0) {
            throw new IllegalArgumentException(
                    "%d of item '%s' cannot be given: 1 is the least".formatted(quantity, item));
        }
        int fits = bag.add(item, quantity, sources);
        if (fits > 0) {
            ledger.changed();
        }
        return fits;
    }

    @Override
    public final boolean take(String item, int quantity) {
        boolean taken = bag.take(item, quantity);
        if (taken) {
            ledger.changed();
        }
        return taken;
    }

    @Override
    public final @Nullable Stack takeFrom(int stack, int quantity) {
        Stack taken = bag.take(stack, quantity);
        if (taken != null) {
            ledger.changed();
        }
        return taken;
    }

    @Override
    public final void wear(int stack) {
        bag.wear(stack);
        ledger.changed();
        refit();
    }

    @Override
    public final boolean bare(ItemDef.Slot slot) {
        boolean done = bag.bare(slot);
        if (done) {
            ledger.changed();
            refit();
        }
        return done;
    }

    @Override
    public final int luck(String of) {
        return luck.getOrDefault(of, 0);
    }

    @Override
    public final void luck(String of, int misses) {
        count(luck, of, misses);
    }

    @Override
    public final int kills(String kind) {
        return kills.getOrDefault(kind, 0);
    }

    @Override
    public final void killed(String kind) {
        count(kills, kind, (int) Math.min(Integer.MAX_VALUE, kills(kind) + 1L));
    }

    private void count(Map<String, Integer> counts, String of, int next) {
        @Nullable Integer before = next == 0 ? counts.remove(of) : counts.put(of, next);
        if (before == null ? next != 0 : before != next) {
            ledger.changed();
        }
    }

    @Override
    public final LiveLedger ledger() {
        return ledger;
    }

    @Override
    public final Map<String, Double> sheet() {
        Progress told = ledger.told();
        return Gear.sheet(hero(), advance().strength(told.level()), Gear.of(world.content(), told.worn()));
    }

    @Override
    public final int level() {
        return level;
    }

    @Override
    public final int xp() {
        return xp;
    }

    @Override
    public final void gain(int more) {
        xp = Math.clamp((long) xp + more, 0, Integer.MAX_VALUE);
        ledger.changed();
        if (advance().level(xp) != level) {
            refit();
        }
    }

    /** Takes over the content's numbers in force, for its level and with what it wears. */
    final void refit() {
        level = advance().level(xp);
        gear = Gear.of(world.content(), bag.worn());
        double strength = advance().strength(level);
        limits(Gear.most(hero().hp() * strength, "hp", gear, 1), Gear.most(hero().mana() * strength, "mana", gear, 0));
    }

    /** All it has earned, in one piece. */
    final Progress progress(long revision) {
        return new Progress(
                revision,
                name(),
                heroClass(),
                level,
                xp,
                bag.gold(),
                bag.stacks(),
                bag.worn(),
                luck,
                kills,
                bag.lastStack());
    }

    /** Takes over what it has earned before, and is well and rested. */
    final void resume(Progress progress) {
        xp = progress.xp();
        bag.resume(progress.bag(), progress.worn(), progress.lastStack());
        luck.clear();
        luck.putAll(progress.luck());
        kills.clear();
        kills.putAll(progress.kills());
        refit();
        hp(maxHp());
        mana(maxMana());
    }

    final void writeEarned(ByteWriter out) {
        out.whole(xp).whole(bag.lastStack());
        ProgressCodec.stacks(out, bag.stacks());
        ProgressCodec.worn(out, bag.worn());
        ProgressCodec.counts(out, luck);
        ProgressCodec.counts(out, kills);
        ledger.write(out);
    }

    final void readEarned(ByteReader in) {
        if (in.schema() == 1) {
            readOldInventory(in);
            return;
        }
        xp = in.integer();
        int lastStack = in.integer();
        List<Stack> stacks = ProgressCodec.stacks(in);
        bag.resume(stacks, ProgressCodec.worn(in), lastStack);
        luck.putAll(ProgressCodec.counts(in));
        kills.putAll(ProgressCodec.counts(in));
        ledger.read(in);
        refit();
    }

    /** Schema 1 knew items and quantities only. */
    private void readOldInventory(ByteReader in) {
        in.whole();
        xp = in.integer();
        int many = in.count();
        for (int i = 0; i < many; i++) {
            bag.add(in.text(), in.integer(), List.of());
        }
        ledger.changed();
        refit();
    }
}
