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

    private final Earner player;
    private final ArrayDeque<Withheld> withheld = new ArrayDeque<>();
    private String key = "";
    private long revision;
    private Progress told;
    private long inventoryTick;
    /** What the store was handed and has not said to have. */
    private @Nullable Progress asked;

    private long askedRevision;
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
        asked = null;
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
        asked = progress;
        askedRevision = progress.revision();
    }

    @Override
    public void stored(long upTo) {
        Progress waiting = asked;
        if (waiting != null && waiting.revision() <= upTo) {
            asked = null;
            tell(waiting);
        }
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
        ProgressCodec.write(out, told);
        Progress waiting = asked;
        out.flag(waiting != null);
        if (waiting != null) {
            ProgressCodec.write(out, waiting);
        }
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
        told = ProgressCodec.read(in);
        asked = in.flag() ? ProgressCodec.read(in) : null;
        int many = in.count();
        for (int i = 0; i < many; i++) {
            withheld.add(new Withheld(in.whole(), ProgressCodec.event(in)));
        }
        now = null;
    }
}
