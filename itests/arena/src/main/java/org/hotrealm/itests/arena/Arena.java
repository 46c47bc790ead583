package org.hotrealm.itests.arena;

import java.util.HashMap;
import java.util.Map;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** One room's world: the simulation, and its picture in the synchronised state. Room thread only. */
final class Arena {

    /** Slots beyond the clients allowed, for those who join while others leave. */
    private static final int SPARE = 8;

    private static final int LOOK_EVERY = 5;

    final Players players;
    final Monsters monsters;
    final StateObject state;

    private final ArenaState kind;
    private final Xorshift random;
    private final double size;
    private final Map<String, Visitor> visitors = new HashMap<>();
    private final @Nullable Views views;

    Arena(Rules rules, int seed) {
        int slots = rules.maxClients() + SPARE;
        size = rules.size();
        random = new Xorshift(seed);
        players = new Players(slots, size, rules.stepSeconds());
        monsters = new Monsters(rules, random, players);
        kind = rules.views() ? ArenaState.VIEWED : ArenaState.WHOLE;
        state = kind.type().create();
        for (int i = 0; i < monsters.count(); i++) {
            kind.monsters().put(state, "m" + i, monsters.columns.create(i));
        }
        views = rules.views() ? new Views(rules, this) : null;
    }

    /** One client's player. */
    static final class Visitor {
        final int slot;
        final StateObject player;
        final @Nullable StateView view;
        final Sight sight;

        Visitor(int slot, StateObject player, @Nullable StateView view, Sight sight) {
            this.slot = slot;
            this.player = player;
            this.view = view;
            this.sight = sight;
        }
    }

    /** A player at a random place; the view is the client's, where views are used. */
    void join(String session, @Nullable StateView view) {
        int slot = players.add(random.next() * size, random.next() * size);
        StateObject player = players.columns.create(slot);
        kind.players().put(state, session, player);
        Sight sight = new Sight(views == null ? 0 : monsters.count() + players.columns.rows());
        Visitor visitor = new Visitor(slot, player, view, sight);
        visitors.put(session, visitor);
        if (views != null && view != null) {
            view.add(player);
            views.look(visitor);
        }
    }

    void leave(String session) {
        Visitor gone = visitors.remove(session);
        if (gone == null) {
            return;
        }
        if (views != null) {
            views.forget(gone, visitors.values());
        }
        kind.players().remove(state, session);
        players.columns.release(gone.slot);
        players.remove(gone.slot);
    }

    void direct(String session, double dx, double dy) {
        Visitor visitor = visitors.get(session);
        if (visitor != null) {
            players.direct(visitor.slot, dx, dy);
        }
    }

    /** One step of everything, in the columns that the state reads. */
    /** How many players are here. */
    int visitors() {
        return visitors.size();
    }

    void tick() {
        players.tick();
        monsters.tick();
        look();
    }

    /** Every few ticks: what each client sees from where it is now. */
    void look() {
        if (views != null && monsters.ticks() % LOOK_EVERY == 0) {
            views.refresh();
            for (Visitor visitor : visitors.values()) {
                views.look(visitor);
            }
        }
    }

    /** The picture of a thing by its number: first the monsters, then the players by slot. */
    @Nullable
    StateObject picture(int thing) {
        int count = monsters.count();
        return thing < count ? monsters.columns.at(thing) : players.columns.at(thing - count);
    }
}
