package org.hotrealm.itests.arena;

import java.util.HashMap;
import java.util.Map;
import org.hotrealm.itests.arena.ArenaState.Entity;
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
    private final StateObject[] monsterStates;
    private final @Nullable StateObject[] playerStates;
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
        monsterStates = new StateObject[monsters.count()];
        playerStates = new StateObject[slots];
        for (int i = 0; i < monsterStates.length; i++) {
            StateObject monster = Entity.TYPE.create();
            monsterStates[i] = monster;
            copyMonster(i, monster);
            kind.monsters().put(state, "m" + i, monster);
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
        StateObject player = Entity.TYPE.create();
        playerStates[slot] = player;
        copyPlayer(slot, player);
        Entity.STATE.set(player, 0);
        kind.players().put(state, session, player);
        Sight sight = new Sight(views == null ? 0 : monsters.count() + playerStates.length);
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
        players.remove(gone.slot);
        playerStates[gone.slot] = null;
    }

    void direct(String session, double dx, double dy) {
        Visitor visitor = visitors.get(session);
        if (visitor != null) {
            players.direct(visitor.slot, dx, dy);
        }
    }

    /** One step of everything, and what came of it into the state. */
    void tick() {
        players.tick();
        monsters.tick();
        copy();
        look();
    }

    /** What nobody sees is not brought into the state: whoever comes to see it gets it as it is then. */
    void copy() {
        for (int i = 0; i < monsterStates.length; i++) {
            if (views == null || views.seen(i)) {
                copyMonster(i, monsterStates[i]);
            }
        }
        for (int n = 0; n < players.count(); n++) {
            int slot = players.live(n);
            StateObject player = playerStates[slot];
            if (player != null) {
                copyPlayer(slot, player);
            }
        }
    }

    /** Before somebody is shown what nobody saw. */
    void copyThing(int thing) {
        if (thing < monsterStates.length) {
            copyMonster(thing, monsterStates[thing]);
        }
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
        return thing < monsterStates.length ? monsterStates[thing] : playerStates[thing - monsterStates.length];
    }

    private void copyMonster(int i, StateObject to) {
        Entity.X.set(to, monsters.x[i]);
        Entity.Y.set(to, monsters.y[i]);
        Entity.HP.set(to, monsters.hp[i]);
        Entity.STATE.set(to, monsters.state[i]);
    }

    private void copyPlayer(int slot, StateObject to) {
        Entity.X.set(to, players.x[slot]);
        Entity.Y.set(to, players.y[slot]);
        Entity.HP.set(to, players.hp[slot]);
    }
}
