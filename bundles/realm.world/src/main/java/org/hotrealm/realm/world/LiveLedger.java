package org.hotrealm.realm.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Ledger;
import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;

/** What a player has earned, what of it was handed to the store, and what of it is told. */
final class LiveLedger implements Ledger {

    /** A store that is away for long must not fill the world with news; state and bag tell the truth in the end. */
    private static final int MOST_WITHHELD = 200;

    private static final int MOST_ASKED = 8;

    private final Earner player;
    private final ArrayDeque<Withheld> withheld = new ArrayDeque<>();
    private String key = "";
    private long revision;
    private Progress told;
    private long inventoryTick;
    /** What the store was handed and has not said to have, oldest first. */
    private final ArrayDeque<Progress> asked = new ArrayDeque<>();

    private long askedRevision;
    private long untoldSince;
    private boolean late;
    private @Nullable Progress now;

    LiveLedger(Earner player, Progress first) {
        this.player = player;
        this.told = first;
    }

    /** An event, and the revision that has to be stored before it is told. */
    private record Withheld(long revision, Event event) {}

    long revision() {
        return revision;
    }

    /** What has been earned is another thing from now on. */
    void changed() {
        revision++;
        now = null;
        if (untoldSince == 0) {
            untoldSince = Math.max(1, player.world.tick().number());
        }
    }

    /** At the end of a tick: guests are told everything at once. */
    void settle() {
        if (key.isEmpty() && told.revision() != revision) {
            tell(now());
        }
    }

    private void tell(Progress progress) {
        if (!told.bag().equals(progress.bag())
                || !told.worn().equals(progress.worn())
                || told.level() != progress.level()) {
            inventoryTick = player.world.tick().number();
        }
        told = progress;
        untoldSince = progress.revision() == revision
                ? 0
                : Math.max(1, player.world.tick().number());
        player.touched = true;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public void key(String next) {
        key = next;
    }

    @Override
    public void resume(Progress progress) {
        player.resume(progress);
        revision = progress.revision();
        askedRevision = revision;
        asked.clear();
        now = null;
        tell(now());
    }

    @Override
    public Progress now() {
        Progress known = now;
        if (known == null) {
            known = player.progress(revision);
            now = known;
        }
        return known;
    }

    @Override
    public Progress told() {
        return told;
    }

    @Override
    public long inventoryTick() {
        return inventoryTick;
    }

    @Override
    public long asked() {
        return askedRevision;
    }

    @Override
    public void asked(Progress progress) {
        if (asked.size() == MOST_ASKED) {
            asked.removeLast();
        }
        asked.add(progress);
        askedRevision = progress.revision();
    }

    @Override
    public void stored(long upTo) {
        Progress newest = null;
        while (!asked.isEmpty() && asked.getFirst().revision() <= upTo) {
            newest = asked.removeFirst();
        }
        if (newest != null) {
            tell(newest);
        }
    }

    @Override
    public long untoldSince() {
        return untoldSince;
    }

    @Override
    public boolean late() {
        return late;
    }

    @Override
    public void late(boolean now) {
        late = now;
    }

    @Override
    public void withhold(Event event) {
        if (withheld.size() == MOST_WITHHELD) {
            withheld.removeFirst();
        }
        withheld.add(new Withheld(revision, event));
    }

    @Override
    public List<Event> tellable() {
        if (withheld.isEmpty() || withheld.getFirst().revision() > told.revision()) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        while (!withheld.isEmpty() && withheld.getFirst().revision() <= told.revision()) {
            events.add(withheld.removeFirst().event());
        }
        return events;
    }

    void write(ByteWriter out) {
        out.text(key).whole(revision).whole(askedRevision).whole(inventoryTick);
        out.whole(untoldSince).flag(late);
        ProgressCodec.write(out, told);
        out.whole(asked.size());
        asked.forEach(each -> ProgressCodec.write(out, each));
        out.whole(withheld.size());
        for (Withheld each : withheld) {
            out.whole(each.revision());
            ProgressCodec.event(out, each.event());
        }
    }

    void read(ByteReader in) {
        key = in.text();
        revision = in.whole();
        askedRevision = in.whole();
        inventoryTick = in.whole();
        untoldSince = in.whole();
        late = in.flag();
        told = ProgressCodec.read(in);
        int waiting = in.count();
        for (int i = 0; i < waiting; i++) {
            asked.add(ProgressCodec.read(in));
        }
        int many = in.count();
        for (int i = 0; i < many; i++) {
            withheld.add(new Withheld(in.whole(), ProgressCodec.event(in)));
        }
        now = null;
    }
}
